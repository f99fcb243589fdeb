import type { ContactId } from "@/bindings/commands";
import { ListReports } from "@/components/list/ListReports";
import { reconsents } from "./reconsents";

interface ReconsentActionsProps {
  ticked?: ContactId[];
  /** Is nobody on the list? */
  isEmpty?: boolean;
}

/** Prints or exports the list, or those of it who are ticked; audited like every report. */
export function ReconsentActions({ ticked = [], isEmpty }: ReconsentActionsProps) {
  return <ListReports reports={reconsents.reports?.(ticked) ?? []} isEmpty={isEmpty} />;
}
