import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { ContactId, InvoiceView } from "@/bindings/commands";
import { BroughtBack } from "@/components/BroughtBack";
import { Card } from "@/components/Card";
import { WithKey } from "@/components/CommandKeys";
import { FormRefusal } from "@/components/Notice";
import { Page } from "@/components/Page";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { call } from "@/lib/api";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { dropTags } from "@/lib/query";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { DocumentHead } from "./DocumentHead";
import { DraftLines } from "./DraftLines";
import { DropDialog } from "./DropDialog";
import { HandOverButtons } from "./HandOverButtons";
import classes from "./Invoice.module.css";
import { LinesTable } from "./LinesTable";
import { PostDialog } from "./PostDialog";
import { Totals } from "./Totals";
import { useDraftLines } from "./useDraftLines";
import { crumbsOf, titleOf } from "./words";

/**
 * A draft. The lines of a job's invoice are typed in here; what the counter sells is changed at the counter, and a
 * credit note says what its invoice said.
 */
export function DraftInvoice({ invoice }: { invoice: InvoiceView }) {
  const { contact, kind, may } = invoice;
  return may.change && kind === "service" && contact ? (
    <Typed invoice={invoice} contact={contact.id} />
  ) : (
    <ToRead invoice={invoice} />
  );
}

function ToRead({ invoice }: { invoice: InvoiceView }) {
  const { id, kind, lines, rates, net, vat, total } = invoice;
  return (
    <Frame
      invoice={invoice}
      onPost={(act) => act()}
      onDrop={() => undefined}
      empty={lines.length === 0}
      actions={
        kind === "parts" && (
          <Button variant="default" component={Link} to={paths.partsDraft(id)}>
            {text("invoice.atCounter")}
          </Button>
        )
      }
    >
      <DocumentHead invoice={invoice} />
      {lines.length > 0 ? (
        <LinesTable lines={lines} />
      ) : (
        <p className={shared.quiet}>{text("invoice.noLines")}</p>
      )}
      <Totals {...{ rates, net, vat, total }} isCredit={kind === "credit_note"} />
    </Frame>
  );
}

function Typed({ invoice, contact }: { invoice: InvoiceView; contact: ContactId }) {
  const form = useDraftLines(invoice, contact);
  const { lines, sums, dirty } = form;
  const missing = useMissingRight("update_invoice");
  useHotkeys(
    [["mod+S", () => dirty && !document.querySelector('[role="dialog"]') && form.save()]],
    [],
  );
  return (
    <Frame
      invoice={invoice}
      onPost={form.saveThen}
      onDrop={form.kept.done}
      empty={lines.length === 0}
    >
      <BroughtBack draft={form.kept} />
      <DocumentHead invoice={invoice} />
      {lines.length === 0 && <p className={shared.quiet}>{text("invoice.noLines")}</p>}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <DraftLines
          lines={lines}
          nets={sums?.nets ?? []}
          errors={form.errors}
          onChange={form.setLines}
        />
        {/* Enter in a field saves, as everywhere. */}
        <button type="submit" hidden />
      </form>
      <FormRefusal refusal={form.refusal ?? form.sumsRefusal} />
      {form.refusal?.code === "conflict" && (
        <div>
          <Button
            variant="default"
            onClick={async () => {
              form.kept.done();
              await dropTags(["invoices"]);
              form.load(await call("get_invoice", { id: invoice.id }));
            }}
          >
            {text("invoice.loadTheirs")}
          </Button>
        </div>
      )}
      {sums && (
        <Totals
          rates={sums.rates}
          net={sums.net}
          vat={sums.vat}
          total={sums.total}
          isCredit={false}
        />
      )}
      {dirty && (
        <div className={classes.save}>
          <WithReason reason={missing}>
            <Button loading={form.running} onClick={form.save}>
              {text("invoice.save")}
            </Button>
          </WithReason>
          <Button variant="default" disabled={form.running} onClick={form.undo}>
            {text("invoice.undo")}
          </Button>
          <span className={shared.small} role="status">
            {text("invoice.unsaved")}
          </span>
        </div>
      )}
    </Frame>
  );
}

interface FrameProps {
  invoice: InvoiceView;
  /** Does what has to come before posting and printing, then goes on. */
  onPost: (goOn: () => void) => void;
  onDrop: () => void;
  actions?: ReactNode;
  /** Is there nothing on it? */
  empty: boolean;
  children: ReactNode;
}

/** The page of a draft: posting and deleting it, and the document below. */
function Frame({ invoice, onPost, onDrop, actions, empty, children }: FrameProps) {
  const [asking, setAsking] = useState<"post" | "drop" | null>(null);
  const missing = useMissingRight("post_invoice") ?? (empty ? text("invoice.postEmpty") : null);
  const post = () => onPost(() => setAsking("post"));
  useCommands([
    { id: "invoice.post", missing, run: post },
    { id: "invoice.drop", run: () => setAsking("drop") },
  ]);
  return (
    <Page
      title={titleOf(invoice)}
      crumbs={crumbsOf(invoice.department)}
      tags={<Tag tone="accent">{invoice.title}</Tag>}
      actions={
        <>
          {actions}
          <HandOverButtons invoice={invoice} first={onPost} />
          <Button variant="default" color="red" onClick={() => setAsking("drop")}>
            {text("invoice.drop")}
          </Button>
          <WithReason reason={missing}>
            <WithKey id="invoice.post">
              <Button onClick={post}>{text("invoice.post")}</Button>
            </WithKey>
          </WithReason>
        </>
      }
    >
      <Card className={classes.document}>{children}</Card>
      {asking === "post" && <PostDialog invoice={invoice} onClose={() => setAsking(null)} />}
      {asking === "drop" && (
        <DropDialog invoice={invoice} onDrop={onDrop} onClose={() => setAsking(null)} />
      )}
    </Page>
  );
}
