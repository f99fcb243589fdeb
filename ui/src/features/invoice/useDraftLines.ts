import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { ContactId, InvoiceView } from "@/bindings/commands";
import { notifyDone } from "@/components/notify";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useUnsaved } from "@/components/useUnsaved";
import { Refusal, useCall, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { linesOf, pricedLines, sameLines, sentLines, type TypedLine } from "./draft";

/**
 * The lines of a draft while they are typed. They are kept for whoever types them, under the contact whose they
 * are; what was typed into another version is not brought back.
 */
export function useDraftLines(invoice: InvoiceView, contact: ContactId) {
  const { id, version } = invoice;
  // What the fields are compared with: the draft as it was opened, or as it was saved last.
  const [opened, setOpened] = useState(invoice);
  const [lines, setLines] = useState(() => linesOf(invoice));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { running, isRunning, once } = useOnce();
  const update = useChange("update_invoice");
  const dirty = !sameLines(lines, linesOf(opened));
  const kept = useDraft(
    `invoice:${contact}:${id}`,
    { version: opened.version, lines },
    (was: { version: number; lines: TypedLine[] }) => {
      if (was.version === version) setLines(was.lines);
    },
    { dirty, reset: () => setLines(linesOf(opened)) },
  );
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: kept.isKept, discard: kept.done });

  const [settled] = useDebouncedValue(lines, 150);
  const priced = pricedLines(settled);
  const sums = useCall(
    "sum_invoice",
    { lines: priced ?? [] },
    { enabled: priced !== null, placeholderData: keepPreviousData },
  );

  const load = (view: InvoiceView) => {
    setOpened(view);
    setLines(linesOf(view));
    setErrors({});
    setRefusal(null);
  };
  /** The draft as it is saved; null where it was not. */
  const save = async (): Promise<InvoiceView | null> => {
    setRefusal(null);
    const sent = sentLines(lines);
    if ("errors" in sent) {
      setErrors(sent.errors);
      return null;
    }
    setErrors({});
    try {
      const { version: seen } = opened;
      const saved = await update.mutateAsync({ id, version: seen, lines: sent.lines });
      kept.done();
      load(saved);
      return saved;
    } catch (cause) {
      const no = Refusal.from(cause);
      setErrors({ ...no.fields });
      setRefusal(no);
      return null;
    }
  };
  return {
    lines,
    setLines,
    errors,
    refusal,
    dirty,
    running,
    kept,
    sums: priced === null ? undefined : sums.data,
    sumsRefusal: priced === null ? null : sums.error,
    load,
    undo: () => {
      kept.done();
      load(opened);
    },
    save: () =>
      once(async () => {
        if (await save()) notifyDone(text("invoice.saved"));
      }),
    /** Saves what is typed first, so that what is posted is what is on screen. */
    saveThen: (act: () => void) =>
      once(async () => {
        if (!dirty || (await save())) act();
      }),
  };
}
