import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { DateText } from "@/components/DateText";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import plain from "@/components/PlainTable.module.css";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { heading } from "@/lib/lists";
import { usePages } from "@/lib/pages";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./JobCard.module.css";
import { NewJobCard } from "./NewJobCard";
import { statusMarks, statusWords } from "./words";

/** How many are shown at once. */
const SHOWN = 10;

/** The job cards of a contact, in their Service tab. */
export function ContactJobCards({ contactId }: { contactId: ContactId }) {
  const cards = usePages("list_contact_job_cards", { contact_id: contactId, limit: SHOWN });
  const isEmpty = !cards.isPending && !cards.refusal && cards.rows.length === 0;
  return (
    <section aria-labelledby="contact-job-cards">
      <div className={classes.sectionHead}>
        <h3 id="contact-job-cards">{text("job_card.ofContact")}</h3>
        <NewJobCard contactId={contactId} />
      </div>
      {cards.refusal && cards.rows.length === 0 && (
        <ErrorState refusal={cards.refusal} onRetry={cards.again} />
      )}
      {cards.isPending && <LoadingState />}
      {isEmpty && <span className={shared.quiet}>{text("job_card.noneOfContact")}</span>}
      {cards.rows.length > 0 && (
        <table className={plain.table} aria-label={text("job_card.ofContact")}>
          <thead>
            <tr>
              <th scope="col">{heading("job_cards", "number")}</th>
              <th scope="col">{heading("job_cards", "opened_on")}</th>
              <th scope="col">{heading("job_cards", "registration")}</th>
              <th scope="col">{heading("job_cards", "work")}</th>
              <th scope="col">{heading("job_cards", "status")}</th>
            </tr>
          </thead>
          <tbody>
            {cards.rows.map((card) => (
              <tr key={card.id}>
                <td className={classes.unbroken}>
                  <Link to={paths.jobCard(card.id)}>{card.number}</Link>
                </td>
                <td>{card.opened_on && <DateText date={card.opened_on} />}</td>
                <td className={classes.unbroken}>{card.registration}</td>
                <td dir="auto">{card.work}</td>
                <td>
                  <StatusMark mark={statusMarks[card.status]} words={statusWords(card.status)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {cards.hasMore && (
        <Button variant="subtle" size="xs" loading={cards.isLoadingMore} onClick={cards.more}>
          {text("job_card.more")}
        </Button>
      )}
    </section>
  );
}
