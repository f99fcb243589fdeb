import { Button } from "@mantine/core";
import { IconDeviceFloppy, IconMail, IconPrinter } from "@tabler/icons-react";
import type { InvoiceView } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { WithReason } from "@/components/WithReason";
import { useCommands } from "@/lib/commands";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { useHandOver } from "./useHandOver";

/** Why it cannot go out by email, in words; null where it can. */
function noMail({ contact, may }: InvoiceView): string | null {
  if (!may.send) return text("invoice.emailPostFirst");
  if (!contact || contact.emails.length === 0) return text("invoice.emailNone");
  return contact.mail.verdict === "block" ? contact.mail.reasons.join(" ") : null;
}

interface HandOverButtonsProps {
  invoice: InvoiceView;
  /** Does what has to come before: what is typed is saved, so that it is what is printed. */
  first?: (act: () => void) => void;
}

/** Print, Save PDF and Email. A draft is printed as one, and sent to nobody. */
export function HandOverButtons({ invoice, first = (act) => act() }: HandOverButtonsProps) {
  const { printing, saving, email, emailing, ...hand } = useHandOver(invoice.id);
  const print = () => first(hand.print);
  const save = () => first(hand.save);
  const missing = useMissingRight("print_invoice");
  const unsent = missing ?? noMail(invoice);
  useCommands([
    { id: "invoice.print", missing, run: print },
    { id: "invoice.save", missing, run: save },
    { id: "invoice.email", missing: unsent, run: email },
  ]);
  return (
    <>
      <WithReason reason={missing}>
        <WithKey id="invoice.print">
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} />}
            loading={printing}
            onClick={print}
          >
            {text("invoice.print")}
          </Button>
        </WithKey>
      </WithReason>
      <WithReason reason={missing}>
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={15} />}
          loading={saving}
          onClick={save}
        >
          {text("invoice.savePdf")}
        </Button>
      </WithReason>
      <WithReason reason={unsent}>
        <WithKey id="invoice.email">
          <Button
            variant="default"
            leftSection={<IconMail size={15} />}
            loading={emailing}
            onClick={email}
          >
            {text("invoice.email")}
          </Button>
        </WithKey>
      </WithReason>
    </>
  );
}
