import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import plain from "@/components/PlainTable.module.css";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { heading } from "@/lib/lists";
import { pounds } from "@/lib/money";
import { usePages } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** What a contact was invoiced and credited, newest first, for the tab of their record. */
export function ContactInvoices({ contactId }: { contactId: ContactId }) {
  const { rows, refusal, isPending, hasMore, isLoadingMore, more, again } = usePages(
    "list_contact_invoices",
    { contact_id: contactId, limit: 20 },
  );
  return (
    <section aria-label={text("invoice.ofContact")}>
      <h3 className={shared.heading}>{text("invoice.ofContact")}</h3>
      {refusal && rows.length === 0 ? (
        <ErrorState refusal={refusal} onRetry={again} />
      ) : isPending ? (
        <LoadingState />
      ) : rows.length === 0 ? (
        <p className={shared.quiet}>{text("invoice.ofContactEmpty")}</p>
      ) : (
        <>
          <table className={plain.table}>
            <thead>
              <tr>
                <th scope="col">{heading("invoices", "number")}</th>
                <th scope="col">{heading("invoices", "posted_text")}</th>
                <th scope="col">{heading("invoices", "title")}</th>
                <th scope="col">{heading("invoices", "registration")}</th>
                <th scope="col" className={plain.number}>
                  {heading("invoices", "total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={paths.invoice(row.id)}>
                      {row.number || <StatusMark mark="caution" words={text("invoice.draft")} />}
                    </Link>
                  </td>
                  <td>{row.posted_text}</td>
                  <td>{row.title}</td>
                  <td>{row.registration}</td>
                  <td className={plain.number}>{pounds(row.total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {hasMore && (
            <Button variant="subtle" loading={isLoadingMore} onClick={more}>
              {text("invoice.ofContactMore")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
