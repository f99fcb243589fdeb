/** A form on screen, as whatever leaves the screen sees it. */
export interface Typed {
  /** Does it hold something typed and not saved? Asked at the moment it matters. */
  isTyped: () => boolean;
  /** Is what was typed kept as a draft, and there again when its employee comes back? */
  isKept?: () => boolean;
  /** It is given up: what was kept of it goes too. */
  discard?: () => void;
}

const forms = new Set<Typed>();

/** Counts a form among those that would lose something. Returns the way to stop. */
export function holdTyped(form: Typed): () => void {
  forms.add(form);
  return () => void forms.delete(form);
}

/** Would anything typed be lost by leaving this screen? */
export function anythingTyped(): boolean {
  return [...forms].some((form) => form.isTyped());
}

/** Would anything be lost for good if the window closed or somebody else signed in? */
export function anythingUnkept(): boolean {
  return [...forms].some((form) => form.isTyped() && !form.isKept?.());
}

/** Gives up what was typed on this screen. */
export function discardTyped(): void {
  for (const form of forms) if (form.isTyped()) form.discard?.();
}
