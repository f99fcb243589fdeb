import { call } from "./api";
import { Refusal } from "./refusal";

/** What was typed and not saved, as the dispatcher keeps it. */
export interface Kept {
  typed: string;
  at_local: string;
}

type Flush = () => Promise<void>;
const open = new Set<Flush>();

/** Counts a form among those whose last letters are kept before the screen goes. Returns the way to stop. */
export function holdDraft(flush: Flush): () => void {
  open.add(flush);
  return () => void open.delete(flush);
}

/** No lock waits longer than this for what was typed last. */
const PATIENCE_MS = 400;

/** Keeps what was typed since the last pause: the screen is about to go. */
export function flushDrafts(): Promise<void> {
  const kept = Promise.all([...open].map((flush) => flush())).then(() => undefined);
  const enough = new Promise<void>((resolve) => {
    window.setTimeout(resolve, PATIENCE_MS);
  });
  return Promise.race([kept, enough]);
}

/** What this employee typed into a form and did not save; null where nothing is kept, or nobody can say. */
export async function keptDraft(form: string): Promise<Kept | null> {
  try {
    return (await call("get_draft", { form })).draft;
  } catch {
    return null;
  }
}

/** Keeps what is typed by now. False where nothing can be kept at present. */
export async function keepDraft(form: string, typed: string): Promise<boolean> {
  try {
    await call("keep_draft", { form, typed });
    return true;
  } catch (cause) {
    // Not worth a word in the corner at every pause; the form says it once.
    return Refusal.from(cause).code === "locked";
  }
}

/** Forgets it. Where that fails it is forgotten with its age. */
export function dropDraft(form: string): Promise<void> {
  return call("drop_draft", { form }).then(
    () => undefined,
    () => undefined,
  );
}
