import type { Crumb } from "@/components/Page";
import { paths } from "@/lib/paths";
import { type TextKey, text } from "@/lib/texts";

/** The screens of Customers, as their tabs and the search name them. */
export const CUSTOMER_SCREENS: readonly { to: string; label: TextKey }[] = [
  { to: paths.contacts, label: "contact.allContacts" },
  { to: paths.vehicles, label: "vehicle.allVehicles" },
  { to: paths.reconsent, label: "reconsent.title" },
  { to: paths.capture, label: "capture_form.tab" },
  { to: paths.erasures, label: "erasure.listTitle" },
  { to: paths.toFix, label: "contact.toFix" },
  { to: paths.receipts(), label: "consent_receipt.title" },
  { to: paths.imports, label: "import.tab" },
];

/** What stands above each of them: they lie side by side, so it is the same. */
export const customersCrumbs = (): Crumb[] => [
  { label: text("contact.customers"), to: paths.contacts },
];

/** What stands above a record: the list that it was opened from. */
export function recordCrumbs(from: unknown): Crumb[] {
  const [all] = CUSTOMER_SCREENS;
  const place = typeof from === "string" ? from : "";
  const list = CUSTOMER_SCREENS.find(({ to }) => to === place.split("?")[0]);
  // As it was sorted and searched.
  if (list) return [...customersCrumbs(), { label: text(list.label), to: place }];
  return [...customersCrumbs(), ...(all ? [{ label: text(all.label), to: all.to }] : [])];
}
