import type { ReactNode } from "react";
import { Link } from "react-router";
import type { InvoiceView } from "@/bindings/commands";
import { Tag } from "@/components/Tag";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Invoice.module.css";

interface DocumentHeadProps {
  invoice: InvoiceView;
  /** Stands instead of name and address, where they can be changed. */
  customer?: ReactNode;
}

/** Whom a document is made out to, and what it says about itself. */
export function DocumentHead({ invoice, customer }: DocumentHeadProps) {
  const { contact, card, credits, credited_by: creditedBy, vehicle_id: vehicleId } = invoice;
  const vehicle = [invoice.registration, invoice.vehicle].filter(Boolean).join(" ");
  return (
    <div className={classes.head}>
      {customer ?? (
        <address className={classes.customer}>
          <bdi>{invoice.name}</bdi>
          {invoice.address
            .split("\n")
            .filter(Boolean)
            .map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
        </address>
      )}
      <dl className={classes.facts}>
        <Fact label={text("invoice.date")}>{invoice.posted_text}</Fact>
        {invoice.kind !== "credit_note" && (
          <Fact label={text("invoice.due")}>{invoice.due_text}</Fact>
        )}
        <Fact label={text("invoice.account")}>
          {contact && (
            <span className={classes.links}>
              <Link to={paths.contact(contact.id)}>
                <bdi>{contact.name}</bdi>
              </Link>
              <span>{contact.reference}</span>
              {contact.died && <Tag tone="warn">{text("invoice.died")}</Tag>}
            </span>
          )}
        </Fact>
        <Fact label={text("invoice.vehicle")}>
          {vehicle && vehicleId ? <Link to={paths.vehicle(vehicleId)}>{vehicle}</Link> : vehicle}
        </Fact>
        <Fact label={text("invoice.mileage")}>
          {invoice.mileage !== null && text("invoice.miles", { count: count(invoice.mileage) })}
        </Fact>
        <Fact label={text("invoice.jobCard")}>
          {card && <Link to={paths.jobCard(card.id)}>{card.number}</Link>}
        </Fact>
        <Fact label={text("invoice.credits")}>
          {credits && <Link to={paths.invoice(credits.id)}>{credits.number}</Link>}
        </Fact>
        <Fact label={text("invoice.reason")}>
          {invoice.reason && <bdi className={classes.text}>{invoice.reason}</bdi>}
        </Fact>
        <Fact label={text("invoice.creditedBy")}>
          {creditedBy.length > 0 && (
            <span className={classes.links}>
              {creditedBy.map((credit) => (
                <Link key={credit.id} to={paths.invoice(credit.id)}>
                  {credit.number || text("invoice.draftCredit")}
                </Link>
              ))}
            </span>
          )}
        </Fact>
      </dl>
    </div>
  );
}

/** A fact that is there; nothing where there is none. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
