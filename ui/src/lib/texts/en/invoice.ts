/** Invoices and credit notes (T-04), and what they print (D-38). */
export const invoice = {} as const;
