/** Whether a form on screen holds something typed and not saved, asked at the moment it matters. */
type Typed = () => boolean;

const forms = new Set<Typed>();

/** Counts a form among those that would lose something. Returns the way to stop. */
export function holdTyped(typed: Typed): () => void {
  forms.add(typed);
  return () => void forms.delete(typed);
}

/** Would anything typed be lost by leaving this screen? */
export function anythingTyped(): boolean {
  return [...forms].some((typed) => typed());
}
