import type { Crumb } from "@/components/Page";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** What stands above a vehicle: the list as it was shown, or the contact whose tab it was opened from. */
export function vehicleCrumbs(from: unknown): Crumb[] {
  const customers = { label: text("contact.customers"), to: paths.contacts };
  const { place, label } = (from ?? {}) as { place?: unknown; label?: unknown };
  if (typeof place === "string" && typeof label === "string") {
    return [customers, { label, to: place }];
  }
  const list = typeof from === "string" ? from : paths.vehicles;
  return [customers, { label: text("vehicle.allVehicles"), to: list }];
}
