import { ListReports } from "@/components/list/ListReports";
import { erasures } from "./erasures";

/** Prints or exports the list of erasures as it is filtered; audited like every report. */
export function ErasureActions({ workstation }: { workstation: string | null }) {
  return <ListReports reports={erasures.reports?.(workstation) ?? []} />;
}
