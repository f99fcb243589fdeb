import { IconAddressBook } from "@tabler/icons-react";
import { useLocation, useNavigate } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { ListReports } from "@/components/list/ListReports";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { toFix } from "./toFix";

/** Customers > Utilities > Addresses to Fix (L-04): with whom something stands that is no address. */
export function ToFixList() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const listing = useList(toFix, {});
  return (
    <ListScreen
      list={toFix}
      listing={listing}
      note={text("contact.toFixNote")}
      empty={
        <EmptyState icon={<IconAddressBook size={22} />} title={text("contact.toFixEmpty")}>
          {text("contact.toFixEmptyWords")}
        </EmptyState>
      }
      onOpen={({ contact_id: id }) => navigate(paths.contact(id), { state: { from: pathname } })}
      autoFocus
    />
  );
}

/** Prints or exports the list; audited like every report. */
export function ToFixActions() {
  const { rows, isPending } = useList(toFix, {});
  return (
    <ListReports
      reports={toFix.reports?.({}) ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}
