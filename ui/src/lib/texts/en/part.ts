/** The parts counter: what is on the shelf (T-09). */
export const part = {} as const;
