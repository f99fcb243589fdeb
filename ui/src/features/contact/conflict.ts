import type { ContactDraft } from "@/bindings/commands";
import { ukDate } from "@/lib/format";
import { text } from "@/lib/texts";
import { cleanDraft } from "./draft";
import { GAP_KINDS, GAP_WHYS } from "./words";

/** The parts of a contact that are compared and chosen as one. */
export const PARTS = [
  "title",
  "first_name",
  "last_name",
  "company",
  "date_of_birth",
  "addresses",
  "phones",
  "emails",
  "gaps",
  "vehicles",
  "notes",
] as const satisfies readonly (keyof ContactDraft)[];

export type Part = (typeof PARTS)[number];

/** Who turned a part since the form was opened: only me, only they, or both and differently. */
export type Turned = "mine" | "theirs" | "both";

export interface Difference {
  part: Part;
  turned: Turned;
  opened: string;
  mine: string;
  theirs: string;
}

const line = (...words: (string | undefined)[]) =>
  words
    .map((word) => (word ?? "").trim())
    .filter((word) => word !== "")
    .join(", ");

/** A part in words, the way it is compared on the screen: rows on lines of their own. */
export function inWords(draft: ContactDraft, part: Part): string {
  switch (part) {
    case "addresses":
      return draft.addresses
        .map((one) =>
          line(one.line1, one.line2, one.line3, one.town, one.county, one.postcode, one.country),
        )
        .join("\n");
    case "phones":
      return draft.phones.map((one) => one.typed).join("\n");
    case "emails":
      return draft.emails.map((one) => one.address).join("\n");
    case "vehicles":
      return draft.vehicles
        .map((one) => line(one.registration, [one.make, one.model].join(" ")))
        .join("\n");
    case "gaps":
      return (draft.gaps ?? [])
        .map((one) => `${text(GAP_KINDS[one.kind])}: ${text(GAP_WHYS[one.why])}`)
        .join("\n");
    case "date_of_birth":
      return draft.date_of_birth ? ukDate(draft.date_of_birth) : "";
    default:
      return draft[part];
  }
}

/**
 * What differs between my form and the contact as somebody else saved it meanwhile, told against
 * the contact as I opened it. Parts both of us turned to the same words are no difference.
 */
export function compare(
  opened: ContactDraft,
  mine: ContactDraft,
  theirs: ContactDraft,
): Difference[] {
  const [was, here, there] = [cleanDraft(opened), cleanDraft(mine), cleanDraft(theirs)];
  // Which vehicle on file a row is says nothing to whoever compares the words.
  const said = (key: string, value: unknown) => (key === "id" ? undefined : value);
  const same = (one: ContactDraft, other: ContactDraft, part: Part) =>
    JSON.stringify(one[part], said) === JSON.stringify(other[part], said);
  return PARTS.flatMap((part) => {
    if (same(here, there, part)) return [];
    const iTurned = !same(was, here, part);
    const theyTurned = !same(was, there, part);
    return [
      {
        part,
        turned: iTurned && theyTurned ? "both" : iTurned ? "mine" : "theirs",
        opened: inWords(was, part),
        mine: inWords(here, part),
        theirs: inWords(there, part),
      },
    ];
  });
}

/** Whose words each part is to have. */
export type Choices = Partial<Record<Part, "mine" | "theirs">>;

/** What is proposed: a part only one of us turned is that one's; one that both turned waits to be chosen. */
export function proposed(differences: readonly Difference[]): Choices {
  const choices: Choices = {};
  for (const { part, turned } of differences) if (turned !== "both") choices[part] = turned;
  return choices;
}

/** Is there still a part that both turned and nobody chose? */
export function isUndecided(differences: readonly Difference[], choices: Choices): boolean {
  return differences.some(({ part }) => choices[part] === undefined);
}

/** Theirs with the chosen parts of mine put back: the form to go on with, never saved by itself. */
export function merged(mine: ContactDraft, theirs: ContactDraft, choices: Choices): ContactDraft {
  const draft: ContactDraft = structuredClone(theirs);
  const keep = <Name extends Part>(part: Name) => {
    draft[part] = structuredClone(mine[part]);
  };
  for (const part of PARTS) if (choices[part] === "mine") keep(part);
  return draft;
}
