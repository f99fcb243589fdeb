import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";

/**
 * What was typed as a recovery key, read the way Crockford's alphabet asks: capitals, O as 0, I and L
 * as 1, everything else between the characters dropped, groups of four joined by hyphens.
 */
export function groupKey(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, RECOVERY_KEY_LENGTH);
  return plain.match(/.{1,4}/g)?.join("-") ?? "";
}

/** How many characters of the key are there already. */
export function keyCharacters(key: string): number {
  return key.replaceAll("-", "").length;
}
