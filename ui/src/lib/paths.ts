import type { ContactId } from "@/bindings/commands";

/** Where the screens of Customers are, and the setting they send people to. Features link by these, so that no route is written twice. */
export const paths = {
  contacts: "/customers",
  /** All Contacts, only whom the search finds. */
  found: (words: string) => `/customers?search=${encodeURIComponent(words)}`,
  reconsent: "/customers/marketing-re-consent-needed",
  capture: "/customers/print-data-capture",
  erasures: "/customers/utilities/gdpr-erasure",
  toFix: "/customers/utilities/addresses-to-fix",
  imports: "/customers/import",
  /** Find Receipt, begun with a number when there is one. */
  receipts: (number = "") =>
    number === ""
      ? "/customers/find-receipt"
      : `/customers/find-receipt?number=${encodeURIComponent(number)}`,
  gdprSettings: "/settings/system/gdpr",
  portalSettings: "/settings/system/gdpr/consent-portal",
  contact: (id: ContactId, tab?: "overview" | "gdpr") =>
    `/customers/contacts/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ""}`,
  editContact: (id: ContactId) => `/customers/contacts/${encodeURIComponent(id)}/edit`,
  /** A new contact, begun with what was searched for. */
  newContact: (term = "") =>
    term === ""
      ? "/customers/contacts/new"
      : `/customers/contacts/new?for=${encodeURIComponent(term)}`,
} as const;
