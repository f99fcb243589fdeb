import { Button } from "@mantine/core";
import { IconClipboardOff, IconPrinter } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "react-router";
import type { JobCardId, JobCardView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { WithKey } from "@/components/CommandKeys";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { Page } from "@/components/Page";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { ConsentPanel } from "@/features/consent/ConsentPanel";
import { ReviewGate } from "@/features/consent/ReviewGate";
import { AddressCard } from "@/features/contact/AddressCard";
import { Reach } from "@/features/job_card/Reach";
import { ServiceRecord } from "@/features/job_card/ServiceRecord";
import { useJobCard } from "@/features/job_card/useJobCard";
import { statusMarks, statusWords } from "@/features/job_card/words";
import { type Refusal, useCall, useChange } from "@/lib/api";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./JobCardPage.module.css";
import { serviceCrumbs } from "./ServiceTabs";

const crumbs = () => [...serviceCrumbs(), { label: text("job_card.title"), to: paths.jobCards }];

/** The Service Record (T-03): one job card, and what its customer allows beside it. */
export function JobCardPage() {
  const id = (useParams().id ?? "") as JobCardId;
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { id: JobCardId }) {
  // Asked anew: whoever comes back from its invoice finds it as it stands by now.
  const card = useCall("get_job_card", { id }, { refetchOnMount: "always" });
  if (card.error) return <Gone refusal={card.error} onRetry={card.refetch} />;
  if (!card.data || (card.isFetching && !card.isFetchedAfterMount)) {
    return (
      <Page title={text("job_card.record")} crumbs={crumbs()}>
        <LoadingState />
      </Page>
    );
  }
  return <Record card={card.data} />;
}

function Gone({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const navigate = useNavigate();
  return (
    <Page title={text("job_card.record")} crumbs={crumbs()}>
      {refusal.code === "not_found" ? (
        <EmptyState
          icon={<IconClipboardOff size={22} />}
          title={text("job_card.gone")}
          action={
            <Button variant="default" onClick={() => navigate(paths.jobCards)}>
              {text("job_card.title")}
            </Button>
          }
        />
      ) : (
        <ErrorState refusal={refusal} onRetry={onRetry} />
      )}
    </Page>
  );
}

function Record({ card }: { card: JobCardView }) {
  const form = useJobCard(card);
  const shown = form.card;
  const { contact, status } = shown;
  const missing = useMissingRight("print_job_card");
  const printing = useChange("print_job_card", {
    onSuccess: (handed) => notifyHandedOver(handed),
    onError: notifyRefusal,
  });
  // What is typed goes onto the paper.
  const print = () =>
    form.once(async () => {
      const saved = shown.closed === null ? await form.store() : shown;
      if (saved) await printing.mutateAsync({ id: saved.id }).catch(() => undefined);
    });
  useCommands([{ id: "record.print", words: text("job_card.print"), missing, run: print }]);
  return (
    <Page
      fill
      title={shown.number}
      crumbs={crumbs()}
      tags={
        <>
          {shown.registration && <Tag>{shown.registration}</Tag>}
          <StatusMark mark={statusMarks[status]} words={statusWords(status)} />
        </>
      }
      actions={
        <WithReason reason={missing}>
          <WithKey id="record.print">
            <Button
              variant="default"
              leftSection={<IconPrinter size={15} />}
              loading={printing.isPending}
              onClick={print}
            >
              {text("job_card.print")}
            </Button>
          </WithKey>
        </WithReason>
      }
    >
      <div className={classes.screen}>
        <div className={classes.job}>
          <ReviewGate
            contactId={contact.id}
            name={contact.name}
            screen="service_record"
            module="service"
          >
            {(readOnly) => <ServiceRecord form={form} waits={readOnly} />}
          </ReviewGate>
        </div>
        <div className={classes.side}>
          <Whose card={shown} />
          <ConsentPanel contactId={contact.id} name={contact.name} screen="service_record" />
        </div>
      </div>
    </Page>
  );
}

/** Whose car it is, and how they are reached: as on their own record. */
function Whose({ card }: { card: JobCardView }) {
  const { contact: of, vehicle } = card;
  const contact = useCall("get_contact", { id: of.id });
  return (
    <>
      <Card title={of.name} action={<Link to={paths.contact(of.id)}>{of.reference}</Link>}>
        <dl className={shared.facts}>
          <dt>{text("job_card.vehicle")}</dt>
          <dd>
            {[card.registration, vehicle?.make, vehicle?.model].filter(Boolean).join(" ") ||
              text("job_card.noVehicle")}
          </dd>
          {card.open && (
            <>
              <dt>{text("job_card.mayTell")}</dt>
              <dd>
                <Reach reach={card.reach} />
              </dd>
            </>
          )}
          {card.booking_id && (
            <>
              <dt>{text("job_card.fromBooking")}</dt>
              <dd>
                <Link to={paths.booking(card.booking_id)}>{text("job_card.openBooking")}</Link>
              </dd>
            </>
          )}
        </dl>
      </Card>
      {contact.data && <AddressCard contact={contact.data} />}
    </>
  );
}
