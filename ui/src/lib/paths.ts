import type {
  BookingId,
  ContactId,
  InvoiceId,
  JobCardId,
  PartId,
  ResourceId,
  VehicleId,
} from "@/bindings/commands";

/** What a new booking begins with. */
export interface BookingBegin {
  /** ISO date. */
  day?: string;
  /** Minutes from midnight. */
  start?: number;
  resource?: ResourceId;
  contact?: ContactId;
  vehicle?: VehicleId;
}

/** What is asked for behind an address; nothing of it where nothing is. */
function asked(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

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
  /** The diary, of a day or of the week around it. */
  diary: (day?: string, view?: "day" | "week") => `/service${asked({ day, view })}`,
  newBooking: (begin: BookingBegin = {}) => `/service/bookings/new${asked({ ...begin })}`,
  booking: (id: BookingId) => `/service/bookings/${encodeURIComponent(id)}`,
  jobCards: "/service/job-cards",
  jobCard: (id: JobCardId) => `/service/job-cards/${encodeURIComponent(id)}`,
  serviceInvoices: "/service/invoices",
  plateLookUpSettings: "/settings/system/plate-look-up",
  workshopSettings: "/settings/service/workshop",
  invoiceSettings: "/settings/service/invoices",
  contact: (id: ContactId, tab?: "overview" | "vehicles" | "service" | "gdpr") =>
    `/customers/contacts/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ""}`,
  editContact: (id: ContactId) => `/customers/contacts/${encodeURIComponent(id)}/edit`,
  /** A new contact, begun with what was searched for. */
  newContact: (term = "") =>
    term === ""
      ? "/customers/contacts/new"
      : `/customers/contacts/new?for=${encodeURIComponent(term)}`,
  parts: "/parts",
  part: (id: PartId) => `/parts/${encodeURIComponent(id)}`,
  /** The parts counter, with a customer chosen already where there is one. */
  partsCounter: (contact?: ContactId) =>
    contact ? `/parts/counter?contact=${encodeURIComponent(contact)}` : "/parts/counter",
  /** The counter, going on with a draft that was kept. */
  partsDraft: (draft: InvoiceId) => `/parts/counter?draft=${encodeURIComponent(draft)}`,
  partsInvoices: "/parts/invoices",
  invoice: (id: InvoiceId) => `/invoices/${encodeURIComponent(id)}`,
  vehicles: "/customers/vehicles",
  vehicle: (id: VehicleId) => `/customers/vehicles/${encodeURIComponent(id)}`,
  editVehicle: (id: VehicleId) => `/customers/vehicles/${encodeURIComponent(id)}/edit`,
  /** A new vehicle, of a contact and with a plate where those are known. */
  newVehicle: ({ contact, plate }: { contact?: ContactId; plate?: string } = {}) =>
    `/customers/vehicles/new${asked({ contact, plate })}`,
} as const;
