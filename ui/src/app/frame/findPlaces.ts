import type { Place } from "@/features/search/options";
import { isNamed } from "@/lib/commands";
import { leadingTo } from "@/lib/settings";
import { text } from "@/lib/texts";
import { CUSTOMER_SCREENS } from "../pages/customers";
import { PARTS_SCREENS } from "../pages/parts";
import { SERVICE_SCREENS } from "../pages/ServiceTabs";
import { settingsNamed } from "../settings/findSettings";
import { sections } from "../settings/sections";

/** Screens, then settings, whose names are typed. */
export function findPlaces(typed: string): Place[] {
  const customers = text("contact.customers");
  const settings = text("setting.title");
  const screens: Place[] = [
    ...CUSTOMER_SCREENS.map(({ to, label }) => ({ label: text(label), path: customers, to })),
    ...SERVICE_SCREENS.map(({ to, label }) => ({
      label: text(label),
      path: text("frame.service"),
      to,
    })),
    ...PARTS_SCREENS.map(({ to, label }) => ({
      label: text(label),
      path: text("part.sections"),
      to,
    })),
    { label: text("frame.reports"), path: "", to: "/reports" },
    { label: settings, path: "", to: "/settings" },
    ...Object.values(sections).map(({ to, label }) => ({ label: text(label), path: settings, to })),
  ];
  const named = screens.filter(({ label }) => isNamed(typed, label));
  const found = settingsNamed(typed).map(({ label, path, to, place }) => ({
    label,
    path,
    to,
    state: place ? leadingTo(place) : undefined,
  }));
  const known = new Set(named.map(({ label, to }) => `${to} ${label}`));
  return [...named, ...found.filter(({ label, to }) => !known.has(`${to} ${label}`))];
}
