import { RIGHTS } from "@/bindings/constants";
import { SETTINGS, type Setting } from "@/bindings/settings";
import { shownRights } from "@/features/employee/rights";
import { isNamed } from "@/lib/commands";
import type { SettingKey, SettingPlace } from "@/lib/settings";
import { type TextKey, text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";
import { type Section, sections } from "./sections";

export interface Found {
  label: string;
  /** "Settings > System > GDPR" */
  path: string;
  /** Another path under which people look for the same setting. */
  also: string | null;
  to: string;
  /** What is shown of the section; null for the whole of it. */
  place: SettingPlace | null;
}

interface Entry {
  label: TextKey;
  section: Section;
  place?: SettingPlace;
  also?: TextKey;
  words?: string;
}

// What can be found beside the settings themselves, with the words people use for it beside its name.
const entries: Entry[] = [
  {
    label: "setting.workstation",
    section: sections.system,
    place: "workstation",
    words: "computer name",
  },
  {
    label: "setting.saveFolder",
    section: sections.system,
    place: "save_folder",
    words: "print export pdf csv",
  },
  {
    label: "plate_look_up.title",
    section: sections.plateLookUp,
    words: "dvla dvsa mot registration number vehicle enquiry api key",
  },
  {
    label: "carry_over.carryOver",
    section: sections.carryOver,
    also: "setting.pathGdpr",
    words: "dpa migration flags no follow-up no marketing navigator",
  },
  {
    label: "consent.reset",
    section: sections.reset,
    place: "reset",
    also: "setting.pathGdpr",
    words: "bulk assume permission take back",
  },
  { label: "setting.portal", section: sections.portal, words: "customer link url" },
  {
    label: "setting.portalContactUs",
    section: sections.portal,
    place: "contact_us",
    words: "company details",
  },
  { label: "setting.history", section: sections.history, words: "changes log" },
  { label: "setting.verify", section: sections.verify, words: "ledger chain audit" },
  {
    label: "setting.invoiceSeries",
    section: sections.invoices,
    place: "invoice_series",
    words: "first invoice number series",
  },
  { label: "setting.employees", section: sections.employees, words: "users staff password" },
  { label: "employee.accessRights", section: sections.employees, words: "permissions" },
  { label: "setting.reportAudit", section: sections.reportAudit, words: "prints exports log" },
  { label: "setting.signIns", section: sections.signIns, words: "logins log" },
  {
    label: "workshop.settings",
    section: sections.workshop,
    words: "technicians ramps hours diary bookings",
  },
  {
    label: "setting.recovery",
    section: sections.recovery,
    place: "recovery",
    words: "recovery key sheet",
  },
];

// Settings by the section they stand in; one that stands nowhere here cannot be led to.
const standing: readonly [Section, Partial<Record<SettingKey, string>>][] = [
  [
    sections.system,
    {
      dealership: "name address postcode vat number company number",
      "sys.tz": "clock",
      "session.idle_minutes": "idle lock timeout",
      "export.people_at_once": "bulk prints exports limit release",
      "export.people_an_hour": "bulk prints exports limit release",
      "export.bulk_a_day": "bulk prints exports limit quota release",
    },
  ],
  [sections.workshop, { "service.labour_rate": "price of an hour work service job card" }],
  [
    sections.placeholders,
    { "system.placeholders": "noemail dummy fake address number patterns wildcard" },
  ],
  [
    sections.gdpr,
    {
      "gdpr.require_consent": "opt-in permission",
      "gdpr.reconsent_months": "expiry period re-consent",
      "gdpr.review_months": "",
      "gdpr.expired_blocks": "",
      "gdpr.profile": "preset dragon navigator vtiger forecourt",
      "gdpr.expiring_days": "expiry amber warning",
      "gdpr.review_modules": "force forced review service sales enquiries parts",
      "gdpr.channels_shown": "email sms letter telephone social panel",
      "gdpr.third_parties_shown": "t.p. partners panel",
      "gdpr.purposes_shown": "purposes service general marketing panel",
      "gdpr.compact_form": "matrix navigator compact ticks boxes form yes no",
      "gdpr.contact_lock": "opt-out lock customer",
      "gdpr.notes_required": "notes withdraw exclude",
      "gdpr.no_marketing_mailshots_only": "navigator-exact dpa no marketing contact manager acm",
      "gdpr.franchise": "brands manufacturer",
      "gdpr.third_parties": "t.p. partners",
      "notice.text": "notice privacy statement",
      "erasure.mask_log_days": "erasure log",
    },
  ],
  [
    sections.invoices,
    {
      "inv.service.show_tel": "phone",
      "inv.service.show_email": "",
      "inv.parts.show_tel": "phone",
      "inv.parts.show_email": "",
      "inv.due_days": "terms due date",
    },
  ],
  [
    sections.portal,
    {
      "portal.enabled": "turn on",
      "portal.address": "url",
      "portal.privacy_policy_url": "url",
      "portal.ttl_days": "expiry",
    },
  ],
];

const root = text("setting.title");
const below = (path: TextKey) => `${root} > ${text(path)}`;

/** Everything that can be found, in the order in which equal hits stand. */
const all: readonly { found: Found; words: string }[] = [
  ...entries.map(({ label, section, place, also, words }) => ({
    found: {
      label: text(label),
      path: below(section.path),
      also: also ? below(also) : null,
      to: section.to,
      place: place ?? null,
    },
    words: words ?? "",
  })),
  ...standing.flatMap(([section, settings]) =>
    entriesOf(settings as Record<SettingKey, string>).map(([key, words]) => {
      const { label, path }: Setting = SETTINGS[key];
      const also = path === below(section.path) ? null : path;
      return {
        found: { label, path: below(section.path), also, to: section.to, place: key },
        words,
      };
    }),
  ),
  ...shownRights.map((right) => ({
    found: {
      label: RIGHTS[right],
      path: below("setting.pathRights"),
      also: null,
      to: sections.employees.to,
      place: null,
    },
    words: "",
  })),
];

/** Words in a row, with a space before each: so that a word is found by its beginning. */
const fold = (words: string) =>
  ` ${words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim()}`;

/** Settings in which every word of the term begins a word: of the name, a path, or the words beside it. */
export function findSettings(term: string): Found[] {
  return ranked(term, ({ found, words }, asked) => {
    const said = fold(`${found.path} ${found.also ?? ""} ${found.label} ${words}`);
    return asked.every((word) => said.includes(word));
  });
}

/**
 * Settings called so, where customers are searched for: every word typed begins a word of the name or of
 * those beside it. A path would bring a setting for every Tom.
 */
export function settingsNamed(term: string): Found[] {
  return ranked(term, ({ found, words }) => isNamed(term, `${found.label} ${words}`));
}

function ranked(
  term: string,
  isMeant: (one: (typeof all)[number], asked: string[]) => boolean,
): Found[] {
  const phrase = fold(term);
  // "re-consent" is one word: what has the two parts apart is something else.
  const asked = term
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== " ");
  if (asked.length === 0) return [];
  return all
    .filter((one) => isMeant(one, asked))
    .map(({ found, words }) => ({ found, rank: rank(found, words, phrase, asked) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found);
}

/**
 * The term as it was typed comes first, in the name before the words beside it; then its words one by one
 * in the name, in the words, in the path alone.
 */
function rank(found: Found, words: string, phrase: string, asked: string[]): number {
  const label = fold(found.label);
  if (label.includes(phrase)) return 0;
  if (fold(words).includes(phrase)) return 1;
  if (asked.every((word) => label.includes(word))) return 2;
  if (asked.some((word) => label.includes(word))) return 3;
  return asked.some((word) => fold(words).includes(word)) ? 4 : 5;
}
