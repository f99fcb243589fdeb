/** A login name proposed from a name: the first word in plain small letters, or nothing. */
export function proposedLogin(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  return first
    .normalize("NFD")
    .replace(/[łŁ]/g, "l")
    .replace(/[øØ]/g, "o")
    .replace(/[^a-zA-Z]/g, "")
    .toLowerCase();
}
