import { IconLogin2 } from "@tabler/icons-react";
import { EmptyState } from "@/components/EmptyState";
import { ListReports } from "@/components/list/ListReports";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { text } from "@/lib/texts";
import { signIns } from "./signIns";

/** Who signed in, locked and left, where and when. */
export function SignInList() {
  return (
    <ListScreen
      list={signIns}
      listing={useList(signIns, {})}
      empty={<EmptyState icon={<IconLogin2 size={22} />} title={text("employee.signInsEmpty")} />}
    />
  );
}

/** Prints and exports the sign-ins. */
export function SignInReports() {
  const { rows, isPending } = useList(signIns, {});
  return (
    <ListReports reports={signIns.reports?.({}) ?? []} isEmpty={!isPending && rows.length === 0} />
  );
}
