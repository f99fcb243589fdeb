import { NativeSelect } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { ListReports } from "@/components/list/ListReports";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { Permitted } from "@/components/Permitted";
import { paths } from "@/lib/paths";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Invoice.module.css";
import { askedOf, invoices, SHOWN, type Shown } from "./invoices";

const WORDS: Record<Shown, TextKey> = {
  all: "invoice.showAll",
  drafts: "invoice.showDrafts",
  posted: "invoice.showPosted",
  invoices: "invoice.showInvoices",
};

interface InvoiceListProps {
  department: "service" | "parts";
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** The documents of a department. */
export function InvoiceList(props: InvoiceListProps) {
  return (
    <Permitted command="list_invoices">
      <Listed {...props} />
    </Permitted>
  );
}

function Listed({ department, shown, onShow }: InvoiceListProps) {
  const navigate = useNavigate();
  const listing = useList(invoices, askedOf(department, shown));
  return (
    <ListScreen
      list={invoices}
      listing={listing}
      of={`${department} ${shown}`}
      autoFocus
      onOpen={(row) => navigate(paths.invoice(row.id))}
      above={
        <NativeSelect
          className={classes.filter}
          label={text("invoice.show")}
          value={shown}
          data={SHOWN.map((value) => ({ value, label: text(WORDS[value]) }))}
          onChange={(event) => onShow(event.currentTarget.value as Shown)}
        />
      }
      empty={
        <EmptyState
          icon={<IconReceipt size={22} />}
          title={text(shown === "drafts" ? "invoice.emptyDrafts" : "invoice.emptyPosted")}
        >
          {text(
            shown === "drafts"
              ? "invoice.emptyDraftsWords"
              : department === "parts"
                ? "invoice.emptyPartsWords"
                : "invoice.emptyServiceWords",
          )}
        </EmptyState>
      }
    />
  );
}

/** Prints and exports the list as it is filtered. */
export function InvoiceListActions({ department, shown }: Omit<InvoiceListProps, "onShow">) {
  const asked = askedOf(department, shown);
  const { rows, isPending } = useList(invoices, asked);
  return (
    <ListReports
      reports={invoices.reports?.(asked) ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}
