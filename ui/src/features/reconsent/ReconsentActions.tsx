import { ListReports } from "@/components/list/ListReports";
import { reconsents } from "./reconsents";

/** Prints or exports the whole list; audited like every report. */
export function ReconsentActions() {
  return <ListReports reports={reconsents.reports?.() ?? []} />;
}
