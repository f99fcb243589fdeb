import type {
  AddressType,
  ContactAddress,
  ContactDraft,
  ContactEmail,
  ContactPhoneDraft,
  ContactVehicle,
  ContactView,
} from "@/bindings/commands";

export function noAddress(): ContactAddress {
  return {
    kind: "home",
    line1: "",
    line2: "",
    line3: "",
    town: "",
    county: "",
    postcode: "",
    country: "",
  };
}

export function noPhone(): ContactPhoneDraft {
  return { kind: "mobile", typed: "" };
}

export function noEmail(): ContactEmail {
  return { kind: "home", address: "" };
}

export function noVehicle(): ContactVehicle {
  return { registration: "", make: "", model: "" };
}

/** An empty form: one row of everything is there to type into. */
export function emptyDraft(): ContactDraft {
  return {
    title: "",
    first_name: "",
    last_name: "",
    company: "",
    date_of_birth: null,
    notes: "",
    addresses: [noAddress()],
    phones: [noPhone()],
    emails: [noEmail()],
    vehicles: [noVehicle()],
    gaps: [],
    real: [],
  };
}

/** What was searched for and not found, put where it belongs on the new contact. */
export function draftFromTerm(term: string): ContactDraft {
  const draft = emptyDraft();
  const typed = term.trim();
  if (typed === "") return draft;
  if (typed.includes("@")) return { ...draft, emails: [{ kind: "home", address: typed }] };
  if (/^[+(]?[\d][\d\s()+.-]{4,}$/.test(typed))
    return { ...draft, phones: [{ kind: "mobile", typed }] };
  if (/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i.test(typed)) {
    return { ...draft, addresses: [{ ...noAddress(), postcode: typed.toUpperCase() }] };
  }
  if (/\d/.test(typed)) {
    return { ...draft, vehicles: [{ ...noVehicle(), registration: typed.toUpperCase() }] };
  }
  const words = typed.split(/\s+/u);
  const [first = "", ...rest] = words;
  return rest.length === 0
    ? { ...draft, last_name: first }
    : { ...draft, first_name: first, last_name: rest.join(" ") };
}

/** The form as a contact stands: at least one row to type into where rows are expected. */
export function draftOf(view: ContactView): ContactDraft {
  const orOne = <Row>(rows: Row[], none: () => Row) => (rows.length > 0 ? rows : [none()]);
  return {
    title: view.title,
    first_name: view.first_name,
    last_name: view.last_name,
    company: view.company,
    date_of_birth: view.date_of_birth,
    notes: view.notes,
    addresses: orOne(
      view.addresses.map((one) => ({ ...noAddress(), ...one })),
      noAddress,
    ),
    phones: orOne(
      view.phones.map(({ kind, typed }) => ({ kind, typed })),
      noPhone,
    ),
    emails: orOne(
      view.emails.map(({ kind, address }) => ({ kind, address })),
      noEmail,
    ),
    vehicles: orOne(
      view.vehicles.map(({ registration, make, model, id }) => ({
        registration,
        make,
        model,
        ...(id && { id }),
      })),
      noVehicle,
    ),
    // A placeholder is nothing that anybody said.
    gaps: view.gaps
      .filter(({ why }) => why !== "placeholder")
      .map(({ kind, why }) => ({ kind, why })),
    real: [],
  };
}

const blank = (...words: (string | undefined)[]) =>
  words.every((word) => (word ?? "").trim() === "");

export function isBlankAddress(one: ContactAddress): boolean {
  return blank(one.line1, one.line2, one.line3, one.town, one.county, one.postcode);
}

/** What is typed of a kind of address. */
function firstsOf(draft: ContactDraft, kind: AddressType): string[] {
  return kind === "email"
    ? draft.emails.map((one) => one.address)
    : draft.phones.map((one) => one.typed);
}

/** The form as it is sent: rows nobody filled in are left out, spaces at the ends trimmed, notes as typed. */
export function cleanDraft(draft: ContactDraft): ContactDraft {
  return {
    title: draft.title.trim(),
    first_name: draft.first_name.trim(),
    last_name: draft.last_name.trim(),
    company: draft.company.trim(),
    date_of_birth: draft.date_of_birth,
    notes: draft.notes,
    addresses: draft.addresses
      .filter((one) => !isBlankAddress(one))
      .map((one) => ({
        kind: one.kind,
        line1: one.line1.trim(),
        line2: one.line2.trim(),
        line3: (one.line3 ?? "").trim(),
        town: one.town.trim(),
        county: one.county.trim(),
        postcode: one.postcode.trim(),
        country: one.country.trim(),
      })),
    phones: draft.phones
      .filter((one) => !blank(one.typed))
      .map(({ kind, typed }) => ({ kind, typed })),
    emails: draft.emails
      .filter((one) => !blank(one.address))
      .map(({ kind, address }) => ({ kind, address: address.trim() })),
    vehicles: draft.vehicles
      .filter((one) => !blank(one.registration, one.make, one.model))
      .map((one) => ({
        registration: one.registration.trim(),
        make: one.make.trim(),
        model: one.model.trim(),
        ...(one.id && { id: one.id }),
      })),
    // Whoever has an address of a kind lacks none.
    gaps: (draft.gaps ?? [])
      .filter(({ kind }) => blank(...firstsOf(draft, kind)))
      .toSorted((one, other) => one.kind.localeCompare(other.kind)),
    real: draft.real ?? [],
  };
}

/** Do two forms say the same once they are cleaned? */
export function sameDraft(one: ContactDraft, other: ContactDraft): boolean {
  return JSON.stringify(cleanDraft(one)) === JSON.stringify(cleanDraft(other));
}

/** Can anybody be looked for among the contacts already there by what is typed so far? */
export function isTelling(draft: ContactDraft): boolean {
  const clean = cleanDraft(draft);
  const named = clean.last_name !== "" || clean.company !== "";
  return (
    clean.emails.some((one) => one.address.includes("@")) ||
    clean.phones.some((one) => one.typed.replace(/\D/g, "").length >= 7) ||
    (named && clean.addresses.some((one) => one.postcode.length >= 5))
  );
}

/** A contact needs something to be called by. */
export function hasName(draft: ContactDraft): boolean {
  return !blank(draft.first_name, draft.last_name, draft.company);
}

/** Which rows of the form are sent, by their positions: a refusal counts the rows it was sent. */
export function sentRows(draft: ContactDraft): Record<string, number[]> {
  const positions = <Row>(rows: Row[], filled: (row: Row) => boolean) =>
    rows.flatMap((row, index) => (filled(row) ? [index] : []));
  return {
    addresses: positions(draft.addresses, (one) => !isBlankAddress(one)),
    phones: positions(draft.phones, (one) => !blank(one.typed)),
    emails: positions(draft.emails, (one) => !blank(one.address)),
    vehicles: positions(draft.vehicles, (one) => !blank(one.registration, one.make, one.model)),
  };
}
