/** Technicians and ramps, and the hours they have. */
export const workshop = {} as const;
