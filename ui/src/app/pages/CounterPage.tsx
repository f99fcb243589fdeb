import { Button, Group } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { ContactId, InvoiceId } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { ConsentPanel } from "@/features/consent/ConsentPanel";
import { ReviewGate } from "@/features/consent/ReviewGate";
import { AddressCard } from "@/features/contact/AddressCard";
import classes from "@/features/part/Counter.module.css";
import { CustomerChoice } from "@/features/part/CustomerChoice";
import { ReturnDialog } from "@/features/part/ReturnDialog";
import { SaleSheet } from "@/features/part/SaleSheet";
import { newSale, resumed, type Sale } from "@/features/part/sale";
import { useSale } from "@/features/part/useSale";
import { useCall } from "@/lib/api";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import screens from "./Customers.module.css";
import { PartsTabs } from "./PartsTabs";
import { partsCrumbs } from "./parts";

/** Parts > Counter (T-09): who buys, what, and the invoice for it; and what comes back. */
export function CounterPage() {
  const [search, setSearch] = useSearchParams();
  const contactId = search.get("contact") as ContactId | null;
  const draft = search.get("draft") as InvoiceId | null;
  const [carried, setCarried] = useState(newSale);
  const [returning, setReturning] = useState(false);
  const missing = useMissingRight("credit_invoice");
  useCommands([{ id: "sale.return", missing, run: () => setReturning(true) }]);
  // What is on the sale goes along when somebody else is to have it.
  const turnTo = (id: ContactId | null, sale: Sale) => {
    setCarried(sale);
    setSearch(id ? { contact: id } : {}, { replace: true });
  };
  // Once it stands on the next sheet it is carried no more: a sale that was posted comes back to nobody.
  const carrying = { carried, onTaken: () => setCarried(newSale()), onTurn: turnTo };
  return (
    <Page
      fill
      title={text("sale.title")}
      crumbs={partsCrumbs()}
      actions={
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => setReturning(true)}
        >
          {text("sale.return")}
        </Button>
      }
    >
      <div className={screens.screen}>
        <PartsTabs />
        {draft ? (
          <Resuming id={draft} onTurn={turnTo} />
        ) : contactId ? (
          <Selling key={contactId} id={contactId} {...carrying} />
        ) : (
          <SellingToAnyone key="" {...carrying} />
        )}
      </div>
      {returning && <ReturnDialog onClose={() => setReturning(false)} />}
    </Page>
  );
}

interface SellingProps {
  carried: Sale;
  onTaken: () => void;
  onTurn: (id: ContactId | null, sale: Sale) => void;
}

/** A draft that was kept is gone on with. */
function Resuming({ id, onTurn }: { id: InvoiceId; onTurn: SellingProps["onTurn"] }) {
  const invoice = useCall("get_invoice", { id }, { refetchOnMount: "always" });
  const { data, error, isFetchedAfterMount } = invoice;
  const navigate = useNavigate();
  useEffect(() => {
    if (!data || !isFetchedAfterMount) return;
    // Posted meanwhile: nothing of it is sold once more.
    if (data.may.change) onTurn(data.contact?.id ?? null, resumed(data));
    else navigate(paths.invoice(data.id), { replace: true });
  }, [data, isFetchedAfterMount, onTurn, navigate]);
  return error ? <ErrorState refusal={error} onRetry={invoice.refetch} /> : <LoadingState />;
}

/** To somebody with a name, or to nobody by name. */
function SellingToAnyone({ carried, onTaken, onTurn }: SellingProps) {
  const of = useSale(null, carried);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet begins
  useEffect(onTaken, []);
  const { sale, setSale, kept } = of;
  return (
    <div className={classes.counter}>
      <div className={classes.left}>
        <CustomerChoice
          walkIn={sale.walkIn}
          onWalkIn={(walkIn) => setSale((was) => ({ ...was, walkIn }))}
          onChoose={(id) => {
            kept.done();
            onTurn(id, { ...sale, walkIn: "" });
          }}
        />
      </div>
      <div className={classes.right}>
        <SaleSheet of={of} contactId={null} readOnly={false} />
      </div>
    </div>
  );
}

/** To a customer: their preferences stand beside, and are reviewed first where that is due. */
function Selling({ id, carried, onTaken, onTurn }: SellingProps & { id: ContactId }) {
  const contact = useCall("get_contact", { id }, { refetchOnMount: "always" });
  const of = useSale(id, carried);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the sheet begins
  useEffect(onTaken, []);
  const { sale, kept } = of;
  const turn = () => {
    kept.done();
    onTurn(null, sale);
  };
  if (!contact.data) {
    return contact.error ? <ErrorState refusal={contact.error} onRetry={turn} /> : <LoadingState />;
  }
  const { display_name: name, reference } = contact.data;
  return (
    <div className={classes.counter}>
      <div className={classes.left}>
        <Card
          title={name}
          action={
            <Button variant="default" size="xs" onClick={turn}>
              {text("sale.change")}
            </Button>
          }
        >
          <Group gap={10}>
            <span>{reference}</span>
            <Link to={paths.contact(id)}>{text("sale.openRecord")}</Link>
          </Group>
        </Card>
        <ConsentPanel contactId={id} name={name} screen="parts" />
        <AddressCard contact={contact.data} />
      </div>
      <div className={classes.right}>
        <ReviewGate contactId={id} name={name} screen="parts" module="parts">
          {(readOnly) => <SaleSheet of={of} contactId={id} readOnly={readOnly} />}
        </ReviewGate>
      </div>
    </div>
  );
}
