import type { Refusal } from "@/lib/api";

/** The field of a row that shows a message meant for the whole row. */
const LEAF: Record<string, string> = {
  addresses: "line1",
  phones: "typed",
  emails: "address",
  vehicles: "registration",
};

/**
 * The messages of a refused contact by the fields of the form. The dispatcher names `last_name`,
 * `emails`, `emails.1` or `emails[1].address`; a row of its list that was left out as empty is
 * counted past by `sent`, the positions in the form of the rows that were sent.
 */
export function contactErrors(
  refusal: Refusal,
  sent: Partial<Record<string, readonly number[]>> = {},
): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, message] of Object.entries(refusal.fields)) {
    const parts = field
      .replace(/\[(\d+)\]/g, ".$1")
      .split(".")
      .filter((part) => part !== "contact");
    const [list = "", index, leaf] = parts;
    const known = LEAF[list];
    if (known === undefined) {
      errors[list] = message;
      continue;
    }
    const position = Number.parseInt(index ?? "0", 10);
    errors[`${list}.${sent[list]?.[position] ?? position}.${leaf ?? known}`] = message;
  }
  return errors;
}
