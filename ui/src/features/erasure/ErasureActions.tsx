import { ListReports } from "@/components/list/ListReports";
import { useList } from "@/components/list/list";
import { erasures } from "./erasures";

/** Prints or exports the list of erasures as it is filtered; audited like every report. */
export function ErasureActions({ workstation }: { workstation: string | null }) {
  const { rows, isPending } = useList(erasures, { workstation });
  return (
    <ListReports
      reports={erasures.reports?.(workstation) ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}
