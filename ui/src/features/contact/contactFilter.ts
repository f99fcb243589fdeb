import type { ChannelAnswer, ContactSort, ExportContacts, ImportId } from "@/bindings/commands";
import type { Sort } from "@/components/Table";
import { type TextKey, text } from "@/lib/texts";

/** Who is shown of All Contacts, without the order. */
export type Narrowing = Omit<ExportContacts, "sort" | "descending" | "ids">;

/** The channels a list can be narrowed by, as their columns are named. */
export const CHANNELS = ["email", "sms", "letter", "telephone"] as const;
export type ChannelKey = (typeof CHANNELS)[number];

export const ANSWERS: readonly ChannelAnswer[] = ["may", "in_part", "may_not", "not_asked"];

const SORTS: readonly ContactSort[] = [
  "name",
  "reference",
  "changed",
  "postcode",
  "town",
  "phone",
  "email",
  "registration",
];

export const channelWords: Record<ChannelKey, TextKey> = {
  email: "contact.filterEmail",
  sms: "contact.filterSms",
  letter: "contact.filterLetter",
  telephone: "contact.filterTelephone",
};

export const answerWords: Record<ChannelAnswer, TextKey> = {
  may: "contact.answerMay",
  in_part: "contact.answerInPart",
  may_not: "contact.answerMayNot",
  not_asked: "contact.answerNotAsked",
};

/** What an address of the screen says is shown; what it says of nothing we know is passed over. */
export function readNarrowing(search: URLSearchParams): Narrowing {
  const narrowing: Narrowing = {};
  const words = search.get("search");
  if (words) narrowing.search = words;
  for (const channel of CHANNELS) {
    const answer = ANSWERS.find((known) => known === search.get(channel));
    if (answer) narrowing[channel] = answer;
  }
  if (search.has("expiring")) narrowing.expiring = true;
  if (search.has("never_asked")) narrowing.never_asked = true;
  const town = search.get("town");
  if (town) narrowing.town = town;
  const brought = search.get("import");
  if (brought) narrowing.import = brought as ImportId;
  return narrowing;
}

export function readSort(search: URLSearchParams): Sort {
  return {
    by: SORTS.find((known) => known === search.get("sort")) ?? "name",
    descending: search.has("descending"),
  };
}

/** The address that shows this: coming back to it finds the list as it was left. */
export function writeSearch(sort: Sort, narrowing: Narrowing): Record<string, string> {
  const search: Record<string, string> = {};
  if (sort.by !== "name") search.sort = sort.by;
  if (sort.descending) search.descending = "";
  for (const [key, value] of Object.entries(narrowing)) {
    if (value === true) search[key] = "";
    else if (value) search[key] = String(value);
  }
  return search;
}

export function isNarrowed(narrowing: Narrowing): boolean {
  return Object.values(narrowing).some((value) => value !== undefined && value !== false);
}

/** What the dispatcher is asked for. */
export function asked(sort: Sort, narrowing: Narrowing): ExportContacts {
  return { ...narrowing, sort: sort.by as ContactSort, descending: sort.descending };
}

/** One of the things the list is narrowed by, in words, and the list without it. */
interface Chip {
  key: string;
  words: string;
  without: Narrowing;
}

export function chipsOf(narrowing: Narrowing, importName: (id: string) => string): Chip[] {
  const chips: Chip[] = [];
  const add = (key: keyof Narrowing, words: string) =>
    chips.push({ key, words, without: { ...narrowing, [key]: undefined } });
  if (narrowing.search) add("search", text("contact.foundBy", { words: narrowing.search }));
  for (const channel of CHANNELS) {
    const answer = narrowing[channel];
    if (answer) {
      add(channel, `${text(channelWords[channel])}: ${text(answerWords[answer])}`);
    }
  }
  if (narrowing.expiring) add("expiring", text("contact.filterExpiring"));
  if (narrowing.never_asked) add("never_asked", text("contact.filterNeverAsked"));
  if (narrowing.town) add("town", narrowing.town);
  if (narrowing.import) {
    add("import", text("contact.filterImportIs", { name: importName(narrowing.import) }));
  }
  return chips;
}
