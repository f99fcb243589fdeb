import type { Right } from "@/bindings/commands";
import type { TextKey } from "@/lib/texts";

interface RightWords {
  right: Right;
  /** What it lets somebody do, in a sentence. */
  words: TextKey;
}

interface RightGroup {
  title: TextKey;
  rights: readonly RightWords[];
}

/**
 * The rights there is something to do with, by what they are about. Those of features that are not built
 * yet are not shown; whoever holds one keeps it.
 */
export const rightGroups: readonly RightGroup[] = [
  {
    title: "employee.groupCustomers",
    rights: [
      { right: "export_reports", words: "employee.mayExport" },
      { right: "gdpr_rights_requests", words: "employee.mayRights" },
      { right: "review_erasure_log", words: "employee.mayReviewErasures" },
    ],
  },
  {
    title: "employee.groupDealership",
    rights: [
      { right: "access_settings", words: "employee.mayAccessSettings" },
      { right: "change_gdpr_option", words: "employee.mayChangeGdpr" },
      { right: "bulk_preference_reset", words: "employee.mayReset" },
      { right: "employee_records", words: "employee.mayEmployees" },
    ],
  },
];

/** Every right that is shown. */
export const shownRights: readonly Right[] = rightGroups.flatMap(({ rights }) =>
  rights.map(({ right }) => right),
);
