import { Button, NativeSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { ResourceId } from "@/bindings/commands";
import { BroughtBack } from "@/components/BroughtBack";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import { NotesField } from "@/components/NotesField";
import { FormRefusal, Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { useSaveKeys } from "@/components/useSaveKeys";
import { useWrongField } from "@/components/useWrongField";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { asked, written } from "./form";
import classes from "./JobCard.module.css";
import { LinesTable } from "./LinesTable";
import { MileageField } from "./MileageField";
import { StatusBar } from "./StatusBar";
import { Sums } from "./Sums";
import type { JobCardForm } from "./useJobCard";

interface ServiceRecordProps {
  form: JobCardForm;
  /** A review of the customer's preferences waits: the record can be read meanwhile (N-14). */
  waits: boolean;
}

/** The job itself: where it stands, what was asked for, what is done and what that comes to. */
export function ServiceRecord({ form, waits }: ServiceRecordProps) {
  const { card, typed, change, errors, busy } = form;
  const sheet = useRef<HTMLFormElement>(null);
  const wrong = useWrongField(sheet, busy);
  const missing = useMissingRight("update_job_card");
  const resources = useCall("list_resources", {});
  const lines = useMemo(() => asked(written(typed.lines)), [typed.lines]);
  const [settled] = useDebouncedValue(lines, 150);
  const sum = useCall(
    "sum_job_lines",
    { lines: settled },
    { placeholderData: keepPreviousData, gcTime: 60_000, staleTime: Number.POSITIVE_INFINITY },
  );
  const closed = card.closed !== null || waits || missing !== null;
  const linesClosed = closed || card.lines_closed !== null;
  const save = () => {
    if (closed) return;
    wrong.ask();
    form.save();
  };
  useSaveKeys(save);
  // A line that was saved has a number, and with it a field of its own: the keyboard stays where it was.
  const stood = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the form begins anew
  useEffect(() => {
    if (document.activeElement !== document.body || stood.current === "") return;
    sheet.current
      ?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(stood.current)}"]`)
      ?.focus();
  }, [form.round]);
  const technicians = (resources.data ?? []).filter(
    ({ id, active }) => active || id === card.technician?.id,
  );
  const reason = card.closed ?? card.lines_closed;
  return (
    <div className={classes.record}>
      <StatusBar form={form} waits={waits} />
      {(form.draft.broughtBack !== null || form.draft.unkept || form.news || reason) && (
        <div className={classes.news}>
          <BroughtBack draft={form.draft} />
          {form.news && <Notice tone="warn">{form.news}</Notice>}
          {reason && <Notice>{reason}</Notice>}
        </div>
      )}
      <form
        ref={sheet}
        noValidate
        aria-label={text("job_card.record")}
        className={classes.sheet}
        onInput={wrong.forget}
        onFocus={(event) => {
          stood.current = event.target.getAttribute("aria-label") ?? "";
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Card>
          <fieldset disabled={closed} className={classes.head} aria-label={text("job_card.work")}>
            <NativeSelect
              label={text("job_card.technician")}
              disabled={closed}
              value={typed.technician ?? ""}
              data={[
                { value: "", label: text("job_card.noTechnician") },
                ...technicians.map(({ id, name }) => ({ value: id as string, label: name })),
              ]}
              onChange={(event) =>
                change({ technician: (event.currentTarget.value || null) as ResourceId | null })
              }
            />
            <MileageField
              vehicle={card.vehicle}
              value={typed.mileage}
              error={errors.mileage}
              disabled={closed}
              onChange={(mileage) => change({ mileage })}
            />
            <DateField
              key={`due ${form.round}`}
              label={text("job_card.due")}
              error={errors.due}
              value={typed.due}
              onChange={form.changeDue}
            />
            <div className={classes.wide}>
              <NotesField
                label={text("job_card.work")}
                minRows={2}
                maxRows={8}
                error={errors.work}
                value={typed.work}
                onChange={(work) => change({ work })}
              />
            </div>
            <div className={classes.wide}>
              <NotesField
                label={text("job_card.notes")}
                minRows={2}
                maxRows={8}
                error={errors.notes}
                value={typed.notes}
                onChange={(notes) => change({ notes })}
              />
            </div>
          </fieldset>
        </Card>
        <Card
          title={text("job_card.lines")}
          hint={linesClosed ? undefined : text("job_card.linesHint")}
          className={classes.linesCard}
        >
          <div className={classes.scroll}>
            <LinesTable
              lines={typed.lines}
              sum={sum.data}
              errors={errors}
              labourRate={card.labour_rate_text}
              readOnly={linesClosed}
              onChange={(next) => change({ lines: next })}
            />
          </div>
          <Sums sum={sum.data} refusal={sum.error} />
        </Card>
      </form>
      <div className={classes.bar}>
        <FormRefusal refusal={form.refusal} />
        <span className={shared.small}>
          {card.opened_on && `${text("job_card.opened")} ${ukDate(card.opened_on)}. `}
          {text("job_card.lastChanged")}{" "}
          {text("job_card.changedBy", { when: card.changed_local, by: card.changed_by })}
        </span>
        {card.closed === null && (
          <div className={classes.saves}>
            {form.dirty && (
              <Button variant="subtle" disabled={busy} onClick={form.draft.discard}>
                {text("common.discard")}
              </Button>
            )}
            <WithReason reason={missing ?? (waits ? text("job_card.linesReview") : null)}>
              <Button loading={busy} disabled={!form.dirty} onClick={save}>
                {text("common.save")}
              </Button>
            </WithReason>
          </div>
        )}
      </div>
    </div>
  );
}
