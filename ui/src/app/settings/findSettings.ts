import { RIGHTS } from "@/lib/rights";
import { type TextKey, text } from "@/lib/texts";
import { type Section, sections } from "./sections";

export interface Found {
  label: string;
  /** "Settings > System > GDPR" */
  path: string;
  /** Another path under which people look for the same setting. */
  also: string | null;
  to: string;
}

interface Entry {
  label: TextKey;
  section: Section;
  also?: TextKey;
  words?: string;
}

// What can be found, with the words people use for it beside its name.
const entries: Entry[] = [
  { label: "setting.dealership", section: sections.system, words: "name address postcode" },
  { label: "setting.timeZone", section: sections.system, words: "clock" },
  { label: "setting.idleMinutes", section: sections.system, words: "idle lock timeout" },
  { label: "setting.workstation", section: sections.system, words: "computer name" },
  { label: "setting.saveFolder", section: sections.system, words: "print export pdf csv" },
  {
    label: "setting.requireConsent",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "opt-in permission",
  },
  {
    label: "setting.reconsentMonths",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "expiry period re-consent",
  },
  { label: "setting.reviewMonths", section: sections.gdpr, also: "setting.pathGdpr" },
  { label: "setting.expiredBlocks", section: sections.gdpr, also: "setting.pathGdpr" },
  {
    label: "setting.profile",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "preset dragon navigator vtiger forecourt",
  },
  {
    label: "setting.expiringDays",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "expiry amber warning",
  },
  {
    label: "setting.reviewModules",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "force forced review service sales enquiries parts",
  },
  {
    label: "setting.channelsShown",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "email sms letter telephone social panel",
  },
  {
    label: "setting.thirdPartiesShown",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "t.p. partners panel",
  },
  {
    label: "setting.purposesShown",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "purposes service general marketing panel",
  },
  {
    label: "setting.contactLock",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "opt-out lock customer",
  },
  {
    label: "setting.notesRequired",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "notes withdraw exclude",
  },
  {
    label: "setting.mailshotsOnly",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "navigator-exact dpa no marketing contact manager acm",
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
    also: "setting.pathGdpr",
    words: "bulk assume permission take back",
  },
  {
    label: "setting.franchise",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "brands manufacturer",
  },
  {
    label: "setting.thirdParties",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "t.p. partners",
  },
  {
    label: "setting.noticeText",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "notice privacy statement",
  },
  {
    label: "setting.maskLogDays",
    section: sections.gdpr,
    also: "setting.pathGdpr",
    words: "erasure log",
  },
  { label: "setting.portal", section: sections.portal, words: "customer link url" },
  { label: "setting.portalAddress", section: sections.portal, words: "url" },
  { label: "setting.portalContactUs", section: sections.portal, words: "company details" },
  { label: "setting.privacyPolicy", section: sections.portal, words: "url" },
  { label: "setting.history", section: sections.history, words: "changes log" },
  { label: "setting.verify", section: sections.verify, words: "ledger chain audit" },
  { label: "setting.employees", section: sections.employees, words: "users staff password" },
  { label: "employee.accessRights", section: sections.employees, words: "permissions" },
  { label: "setting.reportAudit", section: sections.reportAudit, words: "prints exports log" },
  { label: "setting.signIns", section: sections.signIns, words: "logins log" },
  { label: "setting.recovery", section: sections.recovery, words: "recovery key sheet" },
];

const fold = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, " ");

/** Settings in which every word of the term occurs: in the name, a path, or the words beside it. */
export function findSettings(term: string): Found[] {
  const asked = fold(term).split(" ").filter(Boolean);
  if (asked.length === 0) return [];
  const settings = text("setting.title");
  const known: Found[] = entries.map((entry) => ({
    label: text(entry.label),
    path: `${settings} > ${text(entry.section.path)}`,
    also: entry.also ? `${settings} > ${text(entry.also)}` : null,
    to: entry.section.to,
  }));
  const rights: Found[] = RIGHTS.map(({ label }) => ({
    label,
    path: `${settings} > ${text("setting.pathRights")}`,
    also: null,
    to: sections.employees.to,
  }));
  const haystacks = [
    ...known.map((found, index) => ({ found, words: entries[index]?.words ?? "" })),
    ...rights.map((found) => ({ found, words: "" })),
  ];
  return haystacks
    .filter(({ found, words }) => {
      const all = fold(`${found.path} ${found.also ?? ""} ${found.label} ${words}`);
      return asked.every((word) => all.includes(word));
    })
    .map(({ found, words }) => ({ found, rank: rank(found, words, asked) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ found }) => found);
}

/** Hits in the name come before hits in the words, those before hits in the path alone. */
function rank(found: Found, words: string, asked: string[]): number {
  if (asked.every((word) => fold(found.label).includes(word))) return 0;
  if (asked.some((word) => fold(found.label).includes(word))) return 1;
  return asked.some((word) => fold(words).includes(word)) ? 2 : 3;
}
