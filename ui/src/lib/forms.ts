import type { Refusal } from "./refusal";

/**
 * The messages of a refusal for the fields a form has, in the shape `form.setErrors` takes. The
 * names may be paths (`dealership.email`); where the dispatcher names only the last part, it is
 * found by that.
 */
export function fieldErrors(refusal: Refusal, names: readonly string[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, message] of Object.entries(refusal.fields)) {
    const name = names.find((known) => known === field || known.endsWith(`.${field}`));
    if (name) errors[name] = message;
  }
  return errors;
}

/** What was typed over what somebody else saved meanwhile: each field that was changed here stands as typed. */
export function mergeFields<Fields extends object>(
  opened: Fields,
  mine: Fields,
  theirs: Fields,
): Fields {
  const changed = (Object.keys(mine) as (keyof Fields)[]).filter(
    (field) => mine[field] !== opened[field],
  );
  return { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) };
}
