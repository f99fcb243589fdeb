import { useEffect, useRef, useState } from "react";
import type { JobCardView, JobStatus } from "@/bindings/commands";
import { notesTooLong } from "@/components/NotesField";
import { notifyDone } from "@/components/notify";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useUnsaved } from "@/components/useUnsaved";
import { call, Refusal, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { asked, draftOf, miles, rebased, sameCard, type TypedCard, typedOf, written } from "./form";
import { statusWords } from "./words";

/** What is wrong, by the field: `mileage`, `due`, `<key of a line>.quantity`. */
export type Errors = Readonly<Record<string, string>>;

/** The form of a Service Record: what is typed, how it is saved, and how the card is moved on. */
export function useJobCard(card: JobCardView) {
  const [opened, setOpened] = useState(card);
  const [typed, setTyped] = useState(() => typedOf(card));
  const [dueIsDay, setDueIsDay] = useState(true);
  // Fields that keep what is typed to themselves begin anew with what is put into them from outside.
  const [round, setRound] = useState(0);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const update = useChange("update_job_card");
  const status = useChange("set_job_status");
  const { running: busy, isRunning, once } = useOnce();
  const dirty = !sameCard(typedOf(opened), typed) || !dueIsDay;

  const put = (next: TypedCard) => {
    setTyped(next);
    setDueIsDay(true);
    setErrors({});
    setRound((was) => was + 1);
  };
  const adopt = (view: JobCardView) => {
    setOpened(view);
    put(typedOf(view));
  };
  const giveUp = () => {
    setRefusal(null);
    setNews(null);
    put(typedOf(opened));
  };
  const draft = useDraft(
    `job_card:${card.contact.id}:${card.id}`,
    { typed, opened: typedOf(opened) },
    (was) => put(rebased(was.opened, was.typed, typedOf(opened)).card),
    { dirty, reset: giveUp },
  );
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: draft.isKept, discard: draft.done });

  // What changed elsewhere is shown, unless something is typed over it: then the save says so.
  const latest = useRef({ dirty, adopt });
  latest.current = { dirty, adopt };
  useEffect(() => {
    const isNews = card !== opened && card.version >= opened.version;
    if (isNews && !latest.current.dirty) latest.current.adopt(card);
  }, [card, opened]);

  const check = (): boolean => {
    const wrong: Record<string, string> = {};
    if (miles(typed.mileage) === null) wrong.mileage = text("job_card.mileageWrong");
    if (!dueIsDay) wrong.due = text("common.dateNotADay");
    for (const field of ["work", "notes"] as const) {
      const long = notesTooLong(typed[field]);
      if (long) wrong[field] = long;
    }
    setErrors(wrong);
    return Object.keys(wrong).length === 0;
  };

  /** Shows a refusal at the fields that it is about. */
  const refused = (no: Refusal) => {
    const lines = written(typed.lines);
    const wrong: Record<string, string> = {};
    for (const [field, words] of Object.entries(no.fields)) {
      const [, at, name] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
      const line = at === undefined ? undefined : lines[Number(at)];
      if (line && name) wrong[`${line.key}.${name === "unit_price" ? "price" : name}`] = words;
      else if (field === "mileage" || field === "work" || field === "notes") wrong[field] = words;
    }
    setErrors(wrong);
    setRefusal(no);
  };

  /** Somebody else saved meanwhile: theirs, with what was changed here. It is not saved yet. */
  const meet = async (no: Refusal) => {
    const theirs = await call("get_job_card", { id: card.id });
    const { changed_by: who = "", changed_at: when = "" } = no.fields;
    const next = rebased(typedOf(opened), typed, typedOf(theirs));
    setOpened(theirs);
    put(next.card);
    const words = text("job_card.conflict", { who, when });
    setNews(next.linesOfBoth ? `${words} ${text("job_card.conflictLines", { who, when })}` : words);
  };

  /** Saves what is typed; gives the card as it stands then, or null where it was refused. */
  const store = async (): Promise<JobCardView | null> => {
    setRefusal(null);
    setNews(null);
    if (!dirty) return opened;
    if (!check()) return null;
    const lines = written(typed.lines);
    try {
      const sum = await call("sum_job_lines", { lines: asked(lines) });
      const read = draftOf(opened, typed, lines, sum);
      if (!read) {
        const wrong: Record<string, string> = {};
        for (const [at, line] of lines.entries()) {
          const { quantity_problem: quantity, price_problem: price } = sum.lines[at] ?? {};
          if (quantity) wrong[`${line.key}.quantity`] = quantity;
          if (price) wrong[`${line.key}.price`] = price;
        }
        setErrors(wrong);
        return null;
      }
      const { id } = card;
      const saved = await update.mutateAsync({ id, version: opened.version, card: read });
      adopt(saved);
      return saved;
    } catch (cause) {
      const no = Refusal.from(cause);
      try {
        if (no.code === "conflict") await meet(no);
        else refused(no);
      } catch (other) {
        setRefusal(Refusal.from(other));
      }
      return null;
    }
  };

  const save = () =>
    once(async () => {
      const wasDirty = dirty;
      const saved = await store();
      if (saved && wasDirty) notifyDone(text("job_card.saved", { number: saved.number }));
    });

  /** Saves what is typed, then moves the card. Gives whether it stands there. */
  const move = async (to: JobStatus, mileage?: number): Promise<boolean> => {
    const saved = await store();
    if (!saved) return false;
    const { id, version, number } = saved;
    try {
      const moved = await status.mutateAsync({
        id,
        version,
        to,
        ...(mileage === undefined ? {} : { mileage }),
      });
      adopt(moved);
      notifyDone(text("job_card.moved", { number, status: statusWords(moved.status) }));
      return true;
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.code === "conflict") await meet(no).catch((other) => setRefusal(Refusal.from(other)));
      else setRefusal(no);
      return false;
    }
  };

  return {
    card: opened,
    typed,
    change: (change: Partial<TypedCard>) => setTyped((was) => ({ ...was, ...change })),
    changeDue: (due: string | null, isDay: boolean) => {
      setDueIsDay(isDay);
      setTyped((was) => ({ ...was, due }));
    },
    round,
    errors,
    refusal,
    news,
    draft,
    dirty,
    busy,
    once,
    save,
    store,
    move,
    giveUp,
  };
}

/** See [`useJobCard`]. */
export type JobCardForm = ReturnType<typeof useJobCard>;
