import type {
  AddressKind,
  AddressType,
  ContactAddress,
  EmailKind,
  PhoneKind,
  Why,
} from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";

const KINDS: Record<AddressKind | PhoneKind | EmailKind, TextKey> = {
  home: "contact.kindHome",
  work: "contact.kindWork",
  billing: "contact.kindBilling",
  other: "contact.kindOther",
  mobile: "contact.kindMobile",
};

/** What the first telephone number is called at the top of the form. */
export const PHONE_LABELS: Record<PhoneKind, TextKey> = {
  mobile: "contact.kindMobile",
  home: "contact.phoneHome",
  work: "contact.phoneWork",
  other: "contact.phone",
};

export const ADDRESS_KINDS: readonly AddressKind[] = ["home", "work", "billing", "other"];
export const PHONE_KINDS: readonly PhoneKind[] = ["mobile", "home", "work", "other"];
export const EMAIL_KINDS: readonly EmailKind[] = ["home", "work", "other"];

/** The word for what kind of address, phone number or email address it is. */
export function kindWord(kind: AddressKind | PhoneKind | EmailKind): string {
  return text(KINDS[kind]);
}

/** What a picker of kinds offers. */
export function kindOptions<Kind extends AddressKind | PhoneKind | EmailKind>(
  kinds: readonly Kind[],
): { value: Kind; label: string }[] {
  return kinds.map((kind) => ({ value: kind, label: kindWord(kind) }));
}

/** An address in lines as on an envelope: street and town first, the postcode on a line of its own. */
export function addressLines(one: ContactAddress): string[] {
  const street = [one.line1, one.line2, one.line3 ?? ""].filter((line) => line !== "");
  const place = [one.town, one.county].filter((line) => line !== "").join(", ");
  const joined =
    street.length === 1 && place !== "" ? [`${street[0]}, ${place}`] : [...street, place];
  return [...joined, one.postcode, one.country].filter((line) => line !== "");
}

/** Of which kind an address is missing, and why (L-04). */
export const GAP_KINDS: Record<AddressType, TextKey> = {
  email: "contact.email",
  phone: "contact.phone",
};

export const GAP_WHYS: Record<Why, TextKey> = {
  none: "contact.hasNone",
  not_said: "contact.notSaid",
  placeholder: "contact.placeholder",
};
