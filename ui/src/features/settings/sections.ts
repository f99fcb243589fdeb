import { RIGHTS } from "@/lib/rights";
import { type TextKey, text } from "@/lib/texts";

export interface Section {
  to: string;
  label: TextKey;
  /** The path below Settings under which the trade looks for it. */
  path: TextKey;
}

export interface Group {
  label: TextKey;
  sections: Section[];
}

export const sections = {
  system: { to: "/settings/system", label: "settings.system", path: "settings.pathSystem" },
  gdpr: {
    to: "/settings/system/gdpr",
    label: "settings.systemGdpr",
    path: "settings.pathSystemGdpr",
  },
  portal: {
    to: "/settings/system/gdpr/consent-portal",
    label: "settings.portal",
    path: "settings.pathPortal",
  },
  carryOver: {
    to: "/settings/system/gdpr/carry-over",
    label: "gdprSettings.carryOver",
    path: "gdprSettings.pathCarryOver",
  },
  reset: {
    to: "/settings/system/gdpr/reset-preferences",
    label: "gdprSettings.reset",
    path: "gdprSettings.pathReset",
  },
  history: {
    to: "/settings/gdpr/history",
    label: "settings.history",
    path: "settings.pathHistory",
  },
  verify: { to: "/settings/gdpr/verify", label: "settings.verify", path: "settings.pathVerify" },
  employees: {
    to: "/settings/employees",
    label: "settings.employees",
    path: "settings.pathEmployees",
  },
  reportAudit: {
    to: "/settings/employees/report-audit",
    label: "settings.reportAudit",
    path: "settings.pathReportAudit",
  },
  signIns: {
    to: "/settings/employees/sign-ins",
    label: "settings.signIns",
    path: "settings.pathSignIns",
  },
  recovery: {
    to: "/settings/emergency-recovery",
    label: "settings.recovery",
    path: "settings.recovery",
  },
} as const satisfies Record<string, Section>;

export const groups: Group[] = [
  {
    label: "settings.groupSystem",
    sections: [sections.system, sections.gdpr, sections.portal, sections.carryOver, sections.reset],
  },
  { label: "settings.groupGdpr", sections: [sections.history, sections.verify] },
  {
    label: "settings.groupEmployees",
    sections: [sections.employees, sections.reportAudit, sections.signIns],
  },
  { label: "settings.groupEmergency", sections: [sections.recovery] },
];

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
  { label: "settings.dealership", section: sections.system, words: "name address postcode" },
  { label: "settings.timeZone", section: sections.system, words: "clock" },
  { label: "settings.idleMinutes", section: sections.system, words: "idle lock timeout" },
  { label: "settings.workstation", section: sections.system, words: "computer name" },
  { label: "settings.saveFolder", section: sections.system, words: "print export pdf csv" },
  {
    label: "settings.requireConsent",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "opt-in permission",
  },
  {
    label: "settings.reconsentMonths",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "expiry period re-consent",
  },
  { label: "settings.reviewMonths", section: sections.gdpr, also: "settings.pathGdpr" },
  { label: "settings.expiredBlocks", section: sections.gdpr, also: "settings.pathGdpr" },
  {
    label: "gdprSettings.profile",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "preset dragon navigator vtiger forecourt",
  },
  {
    label: "gdprSettings.expiringDays",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "expiry amber warning",
  },
  {
    label: "gdprSettings.reviewModules",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "force forced review service sales enquiries parts",
  },
  {
    label: "gdprSettings.channelsShown",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "email sms letter telephone social panel",
  },
  {
    label: "gdprSettings.thirdPartiesShown",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "t.p. partners panel",
  },
  {
    label: "gdprSettings.purposesShown",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "purposes service general marketing panel",
  },
  {
    label: "gdprSettings.contactLock",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "opt-out lock customer",
  },
  {
    label: "gdprSettings.notesRequired",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "notes withdraw exclude",
  },
  {
    label: "gdprSettings.mailshotsOnly",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "navigator-exact dpa no marketing contact manager acm",
  },
  {
    label: "gdprSettings.carryOver",
    section: sections.carryOver,
    also: "settings.pathGdpr",
    words: "dpa migration flags no follow-up no marketing navigator",
  },
  {
    label: "gdprSettings.reset",
    section: sections.reset,
    also: "settings.pathGdpr",
    words: "bulk assume permission take back",
  },
  {
    label: "settings.franchise",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "brands manufacturer",
  },
  {
    label: "settings.thirdParties",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "t.p. partners",
  },
  {
    label: "settings.noticeText",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "notice privacy statement",
  },
  {
    label: "settings.maskLogDays",
    section: sections.gdpr,
    also: "settings.pathGdpr",
    words: "erasure log",
  },
  { label: "settings.portal", section: sections.portal, words: "customer link url" },
  { label: "settings.portalAddress", section: sections.portal, words: "url" },
  { label: "settings.portalContactUs", section: sections.portal, words: "company details" },
  { label: "settings.privacyPolicy", section: sections.portal, words: "url" },
  { label: "settings.history", section: sections.history, words: "changes log" },
  { label: "settings.verify", section: sections.verify, words: "ledger chain audit" },
  { label: "settings.employees", section: sections.employees, words: "users staff password" },
  { label: "settings.accessRights", section: sections.employees, words: "permissions" },
  { label: "settings.reportAudit", section: sections.reportAudit, words: "prints exports log" },
  { label: "settings.signIns", section: sections.signIns, words: "logins log" },
  { label: "settings.recovery", section: sections.recovery, words: "recovery key sheet" },
];

const fold = (words: string) => words.toLowerCase().replace(/[^a-z0-9]+/g, " ");

/** Settings in which every word of the term occurs: in the name, a path, or the words beside it. */
export function findSettings(term: string): Found[] {
  const asked = fold(term).split(" ").filter(Boolean);
  if (asked.length === 0) return [];
  const settings = text("settings.title");
  const known: Found[] = entries.map((entry) => ({
    label: text(entry.label),
    path: `${settings} > ${text(entry.section.path)}`,
    also: entry.also ? `${settings} > ${text(entry.also)}` : null,
    to: entry.section.to,
  }));
  const rights: Found[] = RIGHTS.map(({ label }) => ({
    label,
    path: `${settings} > ${text("settings.pathRights")}`,
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
