// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Commands } from "./commands";

/** A list as it is declared: its columns, `key` being a field of its rows, and its commands. */
export interface DeclaredList {
  title: string;
  empty: string;
  list: keyof Commands;
  count: keyof Commands | null;
  print: keyof Commands;
  export: keyof Commands;
  columns: readonly { key: string; heading: string }[];
}

export const LISTS = {
  sign_ins: {
    title: "Sign-ins",
    empty: "Nobody has signed in yet.",
    list: "list_sign_ins",
    count: null,
    print: "print_sign_ins",
    export: "export_sign_ins",
    columns: [
      { key: "local", heading: "Date and time" },
      { key: "who", heading: "Employee" },
      { key: "what", heading: "What happened" },
      { key: "workstation", heading: "Workstation" },
    ],
  },
  contacts: {
    title: "Contacts",
    empty: "There is no contact yet.",
    list: "list_contacts",
    count: null,
    print: "print_contacts",
    export: "export_contacts",
    columns: [
      { key: "name", heading: "Name" },
      { key: "reference", heading: "Reference" },
      { key: "town", heading: "Town" },
      { key: "postcode", heading: "Postcode" },
      { key: "phone", heading: "Telephone" },
      { key: "email", heading: "Email" },
      { key: "registration", heading: "Registration" },
      { key: "consent", heading: "Consent" },
    ],
  },
  addresses_to_fix: {
    title: "Addresses to Fix",
    empty: "No address is to be put right.",
    list: "list_addresses_to_fix",
    count: null,
    print: "print_addresses_to_fix",
    export: "export_addresses_to_fix",
    columns: [
      { key: "name", heading: "Name" },
      { key: "reference", heading: "Reference" },
      { key: "kind_text", heading: "What" },
      { key: "typed", heading: "As typed" },
      { key: "since", heading: "Since" },
    ],
  },
  vehicles: {
    title: "Vehicles",
    empty: "There is no vehicle yet.",
    list: "list_vehicles",
    count: null,
    print: "print_vehicles",
    export: "export_vehicles",
    columns: [
      { key: "registration", heading: "Registration" },
      { key: "make", heading: "Make" },
      { key: "model", heading: "Model" },
      { key: "keeper", heading: "Keeper" },
      { key: "mot_due", heading: "MOT due" },
      { key: "service_due", heading: "Service due" },
      { key: "recalled", heading: "Recall" },
      { key: "vin", heading: "VIN" },
    ],
  },
  addresses_to_fix: {
    title: "Addresses to Fix", empty: "No address is to be put right.", list: "list_addresses_to_fix", count: null,
    print: "print_addresses_to_fix", export: "export_addresses_to_fix",
    columns: [
      { key: "name", heading: "Name" }, { key: "reference", heading: "Reference" }, { key: "kind_text", heading: "What" },
      { key: "typed", heading: "As typed" }, { key: "since", heading: "Since" },
    ],
  },
  erasures: {
    title: "GDPR Erasure",
    empty: "Nobody has been erased.",
    list: "list_erasures",
    count: null,
    print: "print_erasures",
    export: "export_erasures",
    columns: [
      { key: "account_name", heading: "Account name" },
      { key: "reference", heading: "Reference" },
      { key: "local", heading: "Date and time" },
      { key: "user", heading: "User" },
      { key: "workstation", heading: "Workstation" },
      { key: "mode", heading: "Mode" },
      { key: "reason", heading: "Reason" },
      { key: "went", heading: "What went" },
      { key: "last_copies", heading: "Last copies" },
    ],
  },
  reconsent: {
    title: "Marketing Re-consent Needed",
    empty: "Nobody needs to be asked again.",
    list: "list_reconsent",
    count: "count_reconsent",
    print: "print_reconsent",
    export: "export_reconsent",
    columns: [
      { key: "name", heading: "Name" },
      { key: "reference", heading: "Reference" },
      { key: "phone", heading: "Telephone" },
      { key: "email", heading: "Email" },
      { key: "last_obtained_text", heading: "Last obtained" },
      { key: "ran_out", heading: "What ran out" },
      { key: "good_until", heading: "Ran out after" },
    ],
  },
  report_audit: {
    title: "Report Audit",
    empty: "Nothing has been printed or exported.",
    list: "list_report_audit",
    count: null,
    print: "print_report_audit",
    export: "export_report_audit",
    columns: [
      { key: "local", heading: "Date and time" },
      { key: "report", heading: "Report" },
      { key: "criteria", heading: "Criteria" },
      { key: "method", heading: "Method" },
      { key: "employee", heading: "Employee" },
      { key: "workstation", heading: "Workstation" },
      { key: "rows", heading: "Rows" },
      { key: "people", heading: "People" },
      { key: "hash", heading: "SHA-256" },
      { key: "status", heading: "Status" },
      { key: "released_by", heading: "Released by" },
    ],
  },
  setting_changes: {
    title: "Changes of Settings",
    empty: "No setting was changed yet.",
    list: "list_setting_changes",
    count: null,
    print: "print_setting_changes",
    export: "export_setting_changes",
    columns: [
      { key: "local", heading: "Date and time" },
      { key: "what", heading: "Setting" },
      { key: "before", heading: "Before" },
      { key: "after", heading: "After" },
      { key: "reason", heading: "Reason" },
      { key: "by", heading: "Changed by" },
      { key: "workstation", heading: "Workstation" },
    ],
  },
} as const satisfies Record<string, DeclaredList>;

export type ListName = keyof typeof LISTS;
