import { ListReports } from "@/components/list/ListReports";
import { type ErasuresAsked, erasures } from "./erasures";

/** Prints or exports the list of erasures as it is filtered; audited like every report. */
export function ErasureActions({ asked }: { asked: ErasuresAsked }) {
  return <ListReports reports={erasures.reports?.(asked) ?? []} />;
}
