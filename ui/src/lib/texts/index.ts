import { count as grouped } from "../format";
import { en } from "./en";

type Catalogue = typeof en;

/** `feature.name` of every text there is. */
export type TextKey = {
  [Feature in keyof Catalogue & string]: `${Feature}.${keyof Catalogue[Feature] & string}`;
}[keyof Catalogue & string];

export type TextValues = Record<string, string | number>;

/** The words for a key, with `{name}` replaced by the value of that name. */
export function text(key: TextKey, values?: TextValues): string {
  const dot = key.indexOf(".");
  const feature = en[key.slice(0, dot) as keyof Catalogue] as Record<string, string>;
  const words = feature[key.slice(dot + 1)] ?? key;
  if (!values) return words;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** One of two texts by number: `plural(1, "x.contact", "x.contacts")`; `{count}` is filled in. */
export function plural(count: number, one: TextKey, other: TextKey, values?: TextValues): string {
  return text(count === 1 ? one : other, { count: grouped(count), ...values });
}
