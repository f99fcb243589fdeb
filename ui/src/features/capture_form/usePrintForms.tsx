import { type ReactNode, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { JobDialog } from "@/components/JobDialog";
import { notifyDone, notifyRefusal } from "@/components/notify";
import { Refusal, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { newJob } from "@/lib/job";
import { plural, text } from "@/lib/texts";

/** Which forms: blank ones, some contacts', everybody's, or those of Marketing Re-consent Needed. */
export type Forms =
  | { blank: number }
  | { contacts: ContactId[] }
  | { all: true; total: number }
  | { due: true; total: number };

/** More than this many forms are printed only when somebody means it: a page each. */
const ASKS_ABOVE = 50;

function numberOf(forms: Forms): number {
  if ("blank" in forms) return forms.blank;
  return "total" in forms ? forms.total : forms.contacts.length;
}

/**
 * Prints data capture forms into one PDF (D-24, D-25). `dialog` has to be rendered: it shows the
 * progress when there are many, and asks before very many are begun.
 */
export function usePrintForms(): {
  print: (forms: Forms) => Promise<void>;
  isPrinting: boolean;
  dialog: ReactNode;
} {
  const [running, setRunning] = useState<{ job: string; total: number } | null>(null);
  const [asking, setAsking] = useState<Forms | null>(null);
  const change = useChange("print_capture_forms");

  const run = async (forms: Forms) => {
    const job = newJob();
    const total = numberOf(forms);
    setRunning({ job, total });
    try {
      const done = await change.mutateAsync({
        contact_ids: "contacts" in forms ? forms.contacts : [],
        blank: "blank" in forms ? forms.blank : 0,
        all: "all" in forms,
        reconsent: "due" in forms,
        limit: null,
        job,
      });
      if (done.cancelled || !done.file) return;
      // What a viewer shows is on no paper yet.
      const words = { file: done.file, first: done.first_form ?? "", last: done.last_form ?? "" };
      notifyDone(
        done.opened
          ? plural(done.forms, "capture_form.openedOne", "capture_form.openedMany", words)
          : plural(done.forms, "capture_form.madeOne", "capture_form.madeMany", words),
      );
    } catch (cause) {
      notifyRefusal(Refusal.from(cause));
    } finally {
      setRunning(null);
    }
  };

  const print = async (forms: Forms) => {
    if (numberOf(forms) > ASKS_ABOVE) setAsking(forms);
    else await run(forms);
  };

  const pages = count(asking ? numberOf(asking) : 0);
  return {
    print,
    isPrinting: running !== null,
    dialog: (
      <>
        <ConfirmDialog
          opened={asking !== null}
          title={text("capture_form.askTitle", { count: pages })}
          confirmLabel={text("capture_form.askYes", { count: pages })}
          onConfirm={() => {
            setAsking(null);
            if (asking) void run(asking);
          }}
          onClose={() => setAsking(null)}
        >
          <p>{text("capture_form.askWords", { count: pages })}</p>
        </ConfirmDialog>
        <JobDialog
          title={text("capture_form.printing")}
          job={running?.job ?? null}
          phase={text("capture_form.drawing")}
          total={running?.total}
        />
      </>
    ),
  };
}
