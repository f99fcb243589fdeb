/** The service diary and the Service Booking Form (T-03). */
export const booking = {} as const;
