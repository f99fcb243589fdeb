export const gdpr = {} as const;
