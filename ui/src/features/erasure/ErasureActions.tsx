import { ListReports } from "@/components/list/ListReports";
import { useList } from "@/components/list/list";
import { type ErasuresAsked, erasures } from "./erasures";

/** Prints or exports the list of erasures as it is filtered; audited like every report. */
export function ErasureActions({ asked }: { asked: ErasuresAsked }) {
  const { rows, isPending } = useList(erasures, asked);
  return (
    <ListReports
      reports={erasures.reports?.(asked) ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}
