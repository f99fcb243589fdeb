import type { ContactId, VehicleId } from "@/bindings/commands";

/** Where the screens of Customers are, and the setting they send people to. Features link by these, so that no route is written twice. */
export const paths = {
  contacts: "/customers",
  /** All Contacts, only whom the search finds. */
  found: (words: string) => `/customers?search=${encodeURIComponent(words)}`,
  reconsent: "/customers/marketing-re-consent-needed",
  capture: "/customers/print-data-capture",
  erasures: "/customers/utilities/gdpr-erasure",
  imports: "/customers/import",
  /** Find Receipt, begun with a number when there is one. */
  receipts: (number = "") =>
    number === ""
      ? "/customers/find-receipt"
      : `/customers/find-receipt?number=${encodeURIComponent(number)}`,
  gdprSettings: "/settings/system/gdpr",
  portalSettings: "/settings/system/gdpr/consent-portal",
  plateLookUpSettings: "/settings/system/plate-look-up",
  contact: (id: ContactId, tab?: "overview" | "vehicles" | "gdpr") =>
    `/customers/contacts/${encodeURIComponent(id)}${tab ? `?tab=${tab}` : ""}`,
  editContact: (id: ContactId) => `/customers/contacts/${encodeURIComponent(id)}/edit`,
  /** A new contact, begun with what was searched for. */
  newContact: (term = "") =>
    term === ""
      ? "/customers/contacts/new"
      : `/customers/contacts/new?for=${encodeURIComponent(term)}`,
  vehicles: "/customers/vehicles",
  vehicle: (id: VehicleId) => `/customers/vehicles/${encodeURIComponent(id)}`,
  editVehicle: (id: VehicleId) => `/customers/vehicles/${encodeURIComponent(id)}/edit`,
  /** A new vehicle, of a contact and with a plate where those are known. */
  newVehicle: ({ contact, plate }: { contact?: ContactId; plate?: string } = {}) =>
    `/customers/vehicles/new${query({ contact, plate })}`,
  /** A booking begun with a vehicle, and with whoever keeps it. */
  bookService: (vehicle: VehicleId, contact?: ContactId) =>
    `/service/bookings/new${query({ vehicle, contact })}`,
} as const;

/** What of it is there, as the end of an address. */
function query(parts: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) search.set(name, value);
  const words = search.toString();
  return words === "" ? "" : `?${words}`;
}
