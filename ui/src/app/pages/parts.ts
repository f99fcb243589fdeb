import type { Crumb } from "@/components/Page";
import { paths } from "@/lib/paths";
import { type TextKey, text } from "@/lib/texts";

/** The screens of Parts, as their tabs and the search name them. */
export const PARTS_SCREENS: readonly { to: string; label: TextKey }[] = [
  { to: paths.parts, label: "part.title" },
  { to: paths.partsCounter(), label: "part.counter" },
  { to: paths.partsInvoices, label: "part.invoices" },
];

/** What stands above each of them: they lie side by side, so it is the same. */
export const partsCrumbs = (): Crumb[] => [{ label: text("part.sections"), to: paths.parts }];
