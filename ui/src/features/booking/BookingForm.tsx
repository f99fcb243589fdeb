import { Button, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { BookingView, ContactView, ResourceId } from "@/bindings/commands";
import { BroughtBack } from "@/components/BroughtBack";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { DateField } from "@/components/DateField";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useSaveKeys } from "@/components/useSaveKeys";
import { useUnsaved } from "@/components/useUnsaved";
import { useWrongField } from "@/components/useWrongField";
import { WithReason } from "@/components/WithReason";
import { Refusal, useCall, useChange } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { takesText } from "@/lib/keys";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Booking.module.css";
import {
  type Begin,
  type BookingFields,
  draftOf,
  fieldErrors,
  fieldsOf,
  LENGTHS,
  newFields,
  OTHER,
  UNKNOWN,
  type VehicleChoice,
} from "./bookingForm";
import { RoomFor } from "./RoomFor";
import { durationOf, readTime, timeOf } from "./times";

interface BookingFormProps {
  contact: ContactView;
  choices: readonly VehicleChoice[];
  /** The booking; null for a new one. */
  booking: BookingView | null;
  /** What a new one begins with. */
  begin: Begin;
  /** A review of the preferences waits for its answer (N-14). */
  readOnly: boolean;
  /** Beside the buttons that save: what else can be done with the booking, and whether something is typed. */
  aside?: (isTyped: boolean) => ReactNode;
  onSaved: (saved: BookingView) => void;
  onLeave: () => void;
}

/** The fields of the refusal, by the names they have here. */
const NAMES: Record<string, string> = {
  starts: "time",
  resource_id: "resource",
  registration: "plate",
  vehicle_id: "vehicle",
};

/** The Service Booking Form's own card: vehicle, work, time, who does it. */
export function BookingForm(props: BookingFormProps) {
  const { contact, choices, begin, readOnly, aside, onSaved, onLeave } = props;
  const [opened, setOpened] = useState(props.booking);
  const [began, setBegan] = useState(
    opened ? fieldsOf(opened, choices) : newFields(begin, choices),
  );
  const [loads, setLoads] = useState(0);
  const form = useForm<BookingFields>({ initialValues: began });
  const [dayIsDay, setDayIsDay] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [request] = useState(() => crypto.randomUUID());
  const resources = useCall("list_resources", {});
  const save = useChange("save_booking");
  const missing = useMissingRight("save_booking");
  const { running: busy, isRunning, once } = useOnce();
  const sheet = useRef<HTMLFormElement>(null);
  const wrong = useWrongField(sheet, busy);
  const dirty = JSON.stringify(form.values) !== JSON.stringify(began) || !dayIsDay;
  const draft = useDraft(
    opened ? `booking:${contact.id}:${opened.id}` : `booking:${contact.id}`,
    form.values,
    (was) => {
      form.setValues(was);
      setLoads((count) => count + 1);
    },
    { dirty },
  );
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: draft.isKept, discard: draft.done });
  const latest = useCall(
    "get_booking",
    { id: opened?.id ?? ("0" as BookingView["id"]) },
    { enabled: opened !== null },
  );
  const cancelled = opened?.status === "cancelled";
  const locked = readOnly || cancelled;
  const reason = missing ?? (readOnly ? text("booking.waits") : null);

  const send = async (over: boolean) => {
    setRefusal(null);
    const errors = fieldErrors(form.values, dayIsDay);
    const long = notesTooLong(form.values.notes);
    if (long) errors.notes = long;
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return;
    try {
      const saved = await save.mutateAsync({
        id: opened?.id ?? null,
        version: opened?.version ?? 0,
        contact_id: contact.id,
        booking: draftOf(form.values, choices, opened),
        over_hours: over,
        request,
      });
      setAsked(null);
      draft.done();
      const words = opened
        ? text("booking.saved")
        : text("booking.booked", { name: saved.name, date: saved.date, time: saved.time });
      const also =
        saved.overlaps > 0 ? ` ${text("booking.overlaps", { who: saved.resource })}` : "";
      notifyDone(words + also);
      onSaved(saved);
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.fields.over_hours && !over) {
        setAsked(no.fields.over_hours);
        return;
      }
      setAsked(null);
      setRefusal(no);
      form.setErrors(
        Object.fromEntries(
          Object.entries(no.fields).map(([field, words]) => [NAMES[field] ?? field, words]),
        ),
      );
    }
  };

  const submit = () => {
    if (locked || missing) return;
    once(() => {
      wrong.ask();
      return send(false);
    });
  };
  useSaveKeys(submit);

  const load = (theirs: BookingView) => {
    const fields = fieldsOf(theirs, choices);
    setOpened(theirs);
    setBegan(fields);
    form.setValues(fields);
    form.clearErrors();
    setDayIsDay(true);
    setRefusal(null);
    setLoads((count) => count + 1);
  };

  // What was changed beside the form, such as that the customer arrived, is taken in.
  const theirs = props.booking;
  useEffect(() => {
    if (theirs && opened && theirs.version > opened.version && !dirty && !busy) load(theirs);
  });

  // Once it may be typed into, whoever came to the form begins with the work.
  const begun = useRef(false);
  useEffect(() => {
    if (locked || begun.current || document.querySelector('[role="dialog"]')) return;
    begun.current = true;
    if (!takesText(document.activeElement)) {
      sheet.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    }
  });

  const { values } = form;
  const open = (resources.data ?? []).filter(({ active, id }) => active || id === values.resource);
  const inline = refusal !== null && Object.keys(form.errors).length > 0;
  return (
    <Card title={text("booking.booking")} className={classes.card}>
      <form
        noValidate
        aria-label={text("booking.form")}
        ref={sheet}
        className={shared.fields}
        onInput={wrong.forget}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <BroughtBack draft={draft} />
        {cancelled && <Notice title={text("booking.isCancelled")}>{opened?.reason}</Notice>}
        <fieldset disabled={locked} className={classes.fields}>
          <legend className="visually-hidden">{text("booking.booking")}</legend>
          <div className={shared.pair}>
            <Select
              label={text("booking.vehicle")}
              allowDeselect={false}
              data={[
                ...choices.map(({ value, label }) => ({ value, label })),
                { value: OTHER, label: text("booking.vehicleOther") },
                { value: UNKNOWN, label: text("booking.vehicleUnknown") },
              ]}
              disabled={locked}
              {...form.getInputProps("vehicle")}
            />
            {values.vehicle === OTHER && (
              <TextInput
                label={text("booking.plate")}
                description={text("booking.plateHint")}
                inputWrapperOrder={["label", "input", "description", "error"]}
                autoComplete="off"
                spellCheck={false}
                {...form.getInputProps("plate")}
              />
            )}
          </div>
          <Textarea
            label={text("booking.work")}
            required
            autosize
            minRows={2}
            maxRows={6}
            dir="auto"
            data-first
            {...form.getInputProps("work")}
          />
          <div className={classes.when}>
            <DateField
              key={loads}
              label={text("booking.dayField")}
              error={form.errors.day as string | undefined}
              value={values.day}
              onChange={(day, isDay) => {
                setDayIsDay(isDay);
                form.setFieldValue("day", day);
              }}
            />
            <TextInput
              label={text("booking.start")}
              autoComplete="off"
              {...form.getInputProps("time")}
              onBlur={() => {
                const minute = readTime(values.time);
                if (minute !== null) form.setFieldValue("time", timeOf(minute));
              }}
            />
            <Select
              label={text("booking.length")}
              allowDeselect={false}
              data={[...new Set([...LENGTHS, values.minutes])]
                .sort((one, other) => one - other)
                .map((minutes) => ({ value: String(minutes), label: durationOf(minutes) }))}
              value={String(values.minutes)}
              error={form.errors.minutes}
              disabled={locked}
              onChange={(minutes) => minutes && form.setFieldValue("minutes", Number(minutes))}
            />
            <Select
              label={text("booking.resource")}
              allowDeselect={false}
              data={[
                { value: "", label: text("booking.notAssigned") },
                ...open.map(({ id, name, active }) => ({
                  value: id as string,
                  label: active ? name : text("booking.outOfUse", { name }),
                })),
              ]}
              value={values.resource ?? ""}
              error={form.errors.resource}
              disabled={locked}
              onChange={(id) => form.setFieldValue("resource", (id || null) as ResourceId | null)}
            />
          </div>
          <RoomFor day={dayIsDay ? values.day : null} resource={values.resource} />
          <NotesField
            label={text("booking.notes")}
            minRows={2}
            maxRows={6}
            error={form.errors.notes as string | undefined}
            value={values.notes}
            onChange={(notes) => form.setFieldValue("notes", notes)}
          />
        </fieldset>
        {opened && (
          <p className={shared.small}>
            {text("booking.changedBy", { who: opened.changed_by, when: opened.changed_local })}
          </p>
        )}
        {!inline && <FormRefusal refusal={refusal} />}
        {refusal?.code === "conflict" && latest.data && (
          <Group>
            <Button
              variant="default"
              onClick={() => void latest.refetch().then(({ data }) => data && load(data))}
            >
              {text("booking.theirs")}
            </Button>
          </Group>
        )}
        <div className={classes.bar}>
          {!cancelled && (
            <WithReason reason={reason}>
              <Button type="submit" loading={busy} disabled={opened !== null && !dirty}>
                {text(opened ? "booking.save" : "booking.book")}
              </Button>
            </WithReason>
          )}
          <Button variant="default" onClick={onLeave}>
            {text("booking.toDiary")}
          </Button>
          {aside && <div className={classes.aside}>{aside(dirty)}</div>}
        </div>
      </form>
      {asked !== null && (
        <ConfirmDialog
          opened
          title={text("booking.overTitle", {
            date: values.day ? ukDate(values.day) : "",
            time: values.time,
          })}
          confirmLabel={text("booking.moveAnyway")}
          busy={busy}
          onConfirm={() => send(true)}
          onClose={() => setAsked(null)}
        >
          <p>{asked}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
