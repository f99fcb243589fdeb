import { type ReactNode, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { JobDialog } from "@/components/JobDialog";
import { notifyDone, notifyRefusal } from "@/components/notify";
import { Refusal, useChange } from "@/lib/api";
import { newJob } from "@/lib/job";
import { plural, text } from "@/lib/texts";

/** Which forms: blank ones, some contacts', everybody's, or those of Marketing Re-consent Needed. */
export type Forms =
  | { blank: number }
  | { contacts: ContactId[] }
  | { all: true; total: number }
  | { due: true; total: number };

/**
 * Prints data capture forms into one PDF (D-24, D-25). `dialog` has to be rendered: it shows the
 * progress when there are many.
 */
export function usePrintForms(): {
  print: (forms: Forms) => Promise<void>;
  isPrinting: boolean;
  dialog: ReactNode;
} {
  const [running, setRunning] = useState<{ job: string; total: number } | null>(null);
  const change = useChange("print_capture_forms");

  const print = async (forms: Forms) => {
    const job = newJob();
    const total =
      "blank" in forms ? forms.blank : "total" in forms ? forms.total : forms.contacts.length;
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
      notifyDone(
        plural(done.forms, "capture_form.doneOne", "capture_form.doneMany", {
          file: done.file,
          first: done.first_form ?? "",
          last: done.last_form ?? "",
        }),
      );
    } catch (cause) {
      notifyRefusal(Refusal.from(cause));
    } finally {
      setRunning(null);
    }
  };

  return {
    print,
    isPrinting: running !== null,
    dialog: (
      <JobDialog
        title={text("capture_form.printing")}
        job={running?.job ?? null}
        phase={text("capture_form.drawing")}
        total={running?.total}
      />
    ),
  };
}
