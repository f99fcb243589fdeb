import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { ContactView } from "@/bindings/commands";
import { DateField } from "@/components/DateField";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { Refusal, useChange } from "@/lib/api";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Circumstance.module.css";

/** What can be noted of a contact, and taken back (L-03). */
export type CircumstanceStep = "death" | "undoDeath" | "goneAway" | "undoGoneAway";

interface StepProps {
  contact: ContactView;
  onClose: () => void;
}

/** The dialog of a step. */
export function CircumstanceDialog({ step, ...props }: StepProps & { step: CircumstanceStep }) {
  if (step === "death") return <DeathDialog {...props} />;
  if (step === "undoDeath") return <UndoDeathDialog {...props} />;
  if (step === "goneAway") return <GoneAwayDialog {...props} />;
  return <UndoGoneAwayDialog {...props} />;
}

/** A customer died: who told us, and when it was where they knew. What is noted already can be put right. */
function DeathDialog({ contact, onClose }: StepProps) {
  const { display_name: name, died } = contact;
  const [on, setOn] = useState<string | null>(died?.on ?? null);
  const [isDay, setIsDay] = useState(true);
  const [toldBy, setToldBy] = useState(died?.told_by ?? "");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("record_death");
  const submit = async () => {
    const missing: Record<string, string> = {};
    if (!isDay) missing.died_on = text("common.dateNotADay");
    if (toldBy.trim() === "") missing.told_by = text("contact.toldByNeeded");
    setWrong(missing);
    setRefusal(null);
    if (Object.keys(missing).length > 0) return;
    try {
      const told = { contact_id: contact.id, told_by: toldBy };
      await change.mutateAsync(on ? { ...told, died_on: on } : told);
      notifyDone(text("contact.deathDone", { name }));
      onClose();
    } catch (cause) {
      const no = Refusal.from(cause);
      setWrong(no.fields);
      setRefusal(no);
    }
  };
  return (
    <DialogForm
      opened
      title={text(died ? "contact.deathPutRight" : "contact.deathTitle")}
      submitLabel={text("contact.deathDo")}
      busy={change.isPending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <bdi>{text("contact.deathWords", { name })}</bdi>
      </p>
      <div className={classes.day}>
        <DateField
          label={text("contact.diedOn")}
          error={wrong.died_on}
          value={on}
          onChange={(day, typed) => {
            setOn(day);
            setIsDay(typed);
          }}
        />
      </div>
      <TextInput
        label={text("contact.toldBy")}
        description={text("contact.toldByHint")}
        required
        maxLength={200}
        value={toldBy}
        error={wrong.told_by}
        onChange={(event) => setToldBy(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

function UndoDeathDialog({ contact, onClose }: StepProps) {
  const { display_name: name } = contact;
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("undo_death");
  const submit = async () => {
    const missing = reason.trim() === "" ? text("contact.undoReasonNeeded") : null;
    setWrong(missing);
    setRefusal(null);
    if (missing) return;
    try {
      await change.mutateAsync({ contact_id: contact.id, reason });
      notifyDone(text("contact.undoDeathDone", { name }));
      onClose();
    } catch (cause) {
      const no = Refusal.from(cause);
      setWrong(no.fields.reason ?? null);
      setRefusal(no);
    }
  };
  return (
    <DialogForm
      opened
      title={text("contact.undoDeathTitle")}
      submitLabel={text("contact.undoDeathDo")}
      busy={change.isPending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <bdi>{text("contact.undoDeathWords", { name })}</bdi>
      </p>
      <TextInput
        label={text("contact.undoReason")}
        required
        maxLength={500}
        value={reason}
        error={wrong}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

function GoneAwayDialog({ contact, onClose }: StepProps) {
  const { today } = useSession();
  const { display_name: name } = contact;
  const [on, setOn] = useState<string | null>(contact.gone_away?.on ?? today);
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("record_gone_away");
  const submit = async () => {
    const missing = on ? null : text("common.dateNotADay");
    setWrong(missing);
    setRefusal(null);
    if (!on) return;
    try {
      await change.mutateAsync({ contact_id: contact.id, on });
      notifyDone(text("contact.goneAwayDone", { name }));
      onClose();
    } catch (cause) {
      const no = Refusal.from(cause);
      setWrong(no.fields.on ?? null);
      setRefusal(no);
    }
  };
  return (
    <DialogForm
      opened
      title={text("contact.goneAwayTitle")}
      submitLabel={text("contact.goneAwayDo")}
      busy={change.isPending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <bdi>{text("contact.goneAwayWords", { name })}</bdi>
      </p>
      <div className={classes.day}>
        <DateField
          label={text("contact.goneAwayOn")}
          error={wrong}
          value={on}
          onChange={(day) => setOn(day)}
        />
      </div>
    </DialogForm>
  );
}

function UndoGoneAwayDialog({ contact, onClose }: StepProps) {
  const { display_name: name } = contact;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("undo_gone_away");
  const submit = async () => {
    setRefusal(null);
    try {
      await change.mutateAsync({ contact_id: contact.id });
      notifyDone(text("contact.backDone", { name }));
      onClose();
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };
  return (
    <DialogForm
      opened
      title={text("contact.backTitle")}
      submitLabel={text("contact.backDo")}
      focusSubmit
      busy={change.isPending}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        <bdi>{text("contact.backWords", { name })}</bdi>
      </p>
    </DialogForm>
  );
}
