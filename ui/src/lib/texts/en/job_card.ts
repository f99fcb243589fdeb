/** Job cards: the Service Record (T-03). */
export const jobCard = {} as const;
