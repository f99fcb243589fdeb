/**
 * Whether a name was typed over rightly: case, runs of spaces, and which apostrophe or hyphen it is do
 * not count. The same as `name::is_typed` of the domain, which decides.
 */
export function sameName(name: string, typed: string): boolean {
  const plain = (words: string) =>
    words
      .normalize("NFC")
      .toLowerCase()
      .replace(/[’‘ʼ`]/g, "'")
      .replace(/[‐‑–—]/g, "-")
      .replace(/\s+/gu, " ")
      .trim();
  return plain(name) !== "" && plain(name) === plain(typed);
}
