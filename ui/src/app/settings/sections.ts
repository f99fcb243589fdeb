import type { TextKey } from "@/lib/texts";

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
  system: { to: "/settings/system", label: "setting.system", path: "setting.pathSystem" },
  placeholders: {
    to: "/settings/system/placeholders",
    label: "contact.placeholders",
    path: "setting.pathPlaceholders",
  },
  plateLookUp: {
    to: "/settings/system/plate-look-up",
    label: "plate_look_up.title",
    path: "plate_look_up.path",
  },
  gdpr: {
    to: "/settings/system/gdpr",
    label: "setting.systemGdpr",
    path: "setting.pathSystemGdpr",
  },
  portal: {
    to: "/settings/system/gdpr/consent-portal",
    label: "setting.portal",
    path: "setting.pathPortal",
  },
  carryOver: {
    to: "/settings/system/gdpr/carry-over",
    label: "carry_over.carryOver",
    path: "carry_over.pathCarryOver",
  },
  reset: {
    to: "/settings/system/gdpr/reset-preferences",
    label: "consent.reset",
    path: "consent.pathReset",
  },
  history: {
    to: "/settings/gdpr/history",
    label: "setting.history",
    path: "setting.pathHistory",
  },
  verify: { to: "/settings/gdpr/verify", label: "setting.verify", path: "setting.pathVerify" },
  invoices: {
    to: "/settings/service/invoices",
    label: "setting.invoices",
    path: "setting.pathInvoices",
  },
  employees: {
    to: "/settings/employees",
    label: "setting.employees",
    path: "setting.pathEmployees",
  },
  reportAudit: {
    to: "/settings/employees/report-audit",
    label: "setting.reportAudit",
    path: "setting.pathReportAudit",
  },
  signIns: {
    to: "/settings/employees/sign-ins",
    label: "setting.signIns",
    path: "setting.pathSignIns",
  },
  workshop: {
    to: "/settings/service/workshop",
    label: "workshop.settings",
    path: "workshop.path",
  },
  recovery: {
    to: "/settings/emergency-recovery",
    label: "setting.recovery",
    path: "setting.recovery",
  },
} as const satisfies Record<string, Section>;

export const groups: Group[] = [
  {
    label: "setting.groupSystem",
    sections: [
      sections.system,
      sections.placeholders,
      sections.plateLookUp,
      sections.gdpr,
      sections.portal,
      sections.carryOver,
      sections.reset,
    ],
  },
  { label: "setting.groupGdpr", sections: [sections.history, sections.verify] },
  { label: "workshop.group", sections: [sections.invoices, sections.workshop] },
  {
    label: "setting.groupEmployees",
    // Report Audit stands in the rail, under Reports; its path here leads to it by search and from Employees.
    sections: [sections.employees, sections.signIns],
  },
  { label: "setting.groupEmergency", sections: [sections.recovery] },
];
