// Limits of the dispatcher that the screens say beforehand. It alone decides; a screen that is wrong
// about one asks in vain. They stand here and nowhere else until they are printed with the bindings.

/** The longest note there may be, in Unicode scalars (D-07, A-44). */
export const NOTES_MAX = 10_000;

/** The shortest password that is taken. */
export const SHORTEST_PASSWORD = 8;

/** The characters of a recovery key: 8 groups of 4. */
export const KEY_LENGTH = 32;

/** The most blank forms that are printed at once: as many as a counter could want. */
export const MOST_COPIES = 500;

/** The most contacts that get a portal link at once: as many drafts as somebody looks over. */
export const MOST_PORTAL_LINKS = 25;
