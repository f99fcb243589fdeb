import type { Right } from "@/bindings/commands";

/** The access rights in the order of the settings page, with the words the trade uses for them. */
export const RIGHTS: readonly { right: Right; label: string }[] = [
  { right: "access_settings", label: "Access to Settings" },
  { right: "employee_records", label: "Can View / Edit Employee Records" },
  { right: "change_gdpr_option", label: "Can Change the GDPR Option" },
  { right: "gdpr_rights_requests", label: "Can Execute GDPR Rights Requests" },
  { right: "reveal_encrypted", label: "Can Reveal Encrypted Fields" },
  { right: "lift_stop_processing", label: "Can Lift Stop Processing" },
  { right: "override_contact_opt_out", label: "Can Override Contact Opt-out With Evidence" },
  { right: "bulk_preference_reset", label: "Can Run Bulk Preference Reset" },
  { right: "review_erasure_log", label: "Can Review Erasure Log" },
  { right: "send_mailshots", label: "Can Send Mailshots" },
  { right: "export_reports", label: "Can Export Reports" },
];

/** The label of a right as it stands on the settings page. */
export function rightLabel(right: string): string {
  return RIGHTS.find((entry) => entry.right === right)?.label ?? right;
}
