/** Vehicles (T-01): the record, its keepers and plates. */
export const vehicle = {} as const;
