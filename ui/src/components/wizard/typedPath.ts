/** A path as it was typed; one copied from a file manager comes in quotation marks. */
export function typedPath(typed: string): string {
  return typed.trim().replace(/^"(.*)"$/, "$1");
}
