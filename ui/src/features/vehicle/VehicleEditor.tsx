import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import type {
  ContactId,
  LookedUpView,
  VehicleId,
  VehicleLookUp,
  VehicleView,
} from "@/bindings/types";
import { BroughtBack } from "@/components/BroughtBack";
import { Card } from "@/components/Card";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { type Crumb, Page } from "@/components/Page";
import shared from "@/components/shared.module.css";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useSaveKeys } from "@/components/useSaveKeys";
import { useUnsaved } from "@/components/useUnsaved";
import { useWrongField } from "@/components/useWrongField";
import { WithReason } from "@/components/WithReason";
import { call, Refusal, useChange } from "@/lib/api";
import { fieldErrors, mergeFields } from "@/lib/forms";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { draftOf, formOf, sameForm, type VehicleForm } from "./draft";
import { LookedUp } from "./LookedUp";
import { type Compared, compare, taken, toldOf } from "./lookUp";
import classes from "./Vehicle.module.css";
import { VehicleFields } from "./VehicleFields";

interface VehicleEditorProps {
  title: string;
  crumbs: Crumb[];
  /** What the form begins with. */
  begin: VehicleForm;
  existing?: VehicleView;
  /** Whose a new one is. */
  contact?: ContactId;
  /** Where leaving leads. */
  back: string;
  /** Stands above the fields. */
  note?: ReactNode;
}

const FIELDS = Object.keys({
  registration: 0,
  vin: 0,
  make: 0,
  model: 0,
  colour: 0,
  fuel: 0,
  first_registered: 0,
  mot_due: 0,
  service_due: 0,
  last_v5c: 0,
  mileage: 0,
} satisfies Partial<Record<keyof VehicleForm, 0>>);

/** Adds or edits a vehicle: the plate first, and what the registers say of it beside what is typed. */
export function VehicleEditor(props: VehicleEditorProps) {
  const { title, crumbs, begin, existing, contact, back, note } = props;
  const navigate = useNavigate();
  const form = useForm<VehicleForm>({ initialValues: begin });
  const [opened, setOpened] = useState({ form: begin, version: existing?.version ?? 0, loads: 0 });
  const [noDays, setNoDays] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [told, setTold] = useState<{ of: string; what: VehicleLookUp } | null>(null);
  const [said, setSaid] = useState<{ view: LookedUpView; compared: Compared } | null>(null);
  // The form's own name for what it sends: sent twice, it makes one vehicle.
  const [request] = useState(() => crypto.randomUUID());
  const create = useChange("create_vehicle");
  const update = useChange("update_vehicle");
  const look = useChange("look_up_plate");
  const missing = useMissingRight(existing ? "update_vehicle" : "create_vehicle");
  const { running: busy, isRunning, once } = useOnce();
  const sheet = useRef<HTMLFormElement>(null);
  const wrong = useWrongField(sheet, busy);
  const dirty = !sameForm(opened.form, form.values) || noDays.size > 0;
  const kept = useDraft(
    existing ? `vehicle:${existing.id}` : "vehicle:new",
    { values: form.values, opened },
    (was) => {
      setOpened({ ...was.opened, loads: opened.loads + 1 });
      form.setValues(was.values);
    },
    { dirty },
  );
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: kept.isKept, discard: kept.done });
  const again = () => setOpened((was) => ({ ...was, loads: was.loads + 1 }));

  const lookUp = () => {
    const asked = form.values.registration;
    setSaid(null);
    look.mutate(
      { registration: asked },
      {
        onSuccess: (view) => {
          // It is another plate by now, and what they say is of another vehicle.
          if (form.getValues().registration !== asked) return;
          const compared = compare(form.getValues(), view);
          const fills = view.not_looked_up ? [] : compared.fills.map(({ field }) => field);
          // Only what is empty: whatever was typed meanwhile stands.
          form.setValues((now) => taken(now as VehicleForm, compared.facts, fills));
          if (fills.length > 0) again();
          setSaid({ view, compared });
          if (!view.not_looked_up) setTold({ of: asked, what: toldOf(view) });
        },
      },
    );
  };

  const record = async () => {
    setRefusal(null);
    if (noDays.size > 0) {
      form.setErrors(Object.fromEntries([...noDays].map((f) => [f, text("vehicle.dirtyDate")])));
      return;
    }
    const what = told?.of === form.values.registration ? told.what : undefined;
    const vehicle = { ...draftOf(form.values), ...(what && { looked_up: what }) };
    try {
      const view = existing
        ? await update.mutateAsync({ id: existing.id, version: opened.version, vehicle })
        : await create.mutateAsync({ vehicle, contact_id: contact, request });
      kept.done();
      notifyDone(text(existing ? "vehicle.saved" : "vehicle.created", { called: view.called }));
      navigate(paths.vehicle(view.id), { replace: true });
    } catch (cause) {
      await refused(Refusal.from(cause));
    }
  };

  const refused = async (no: Refusal) => {
    if (no.code === "conflict" && existing) {
      // What was turned here stays as typed; everything else is theirs, or a save would take back what they said.
      const theirs = await call("get_vehicle", { id: existing.id }).catch(() => null);
      if (theirs) {
        const stands = formOf(theirs);
        form.setValues(mergeFields(opened.form, form.getValues(), stands));
        setOpened((was) => ({ form: stands, version: theirs.version, loads: was.loads + 1 }));
      }
    }
    form.setErrors(fieldErrors(no, FIELDS));
    setRefusal(no);
  };

  const save = () =>
    once(() => {
      wrong.ask();
      return record();
    });
  useSaveKeys(save);

  const other = refusal?.fields.vehicle_id as VehicleId | undefined;
  const noPlate = form.values.registration.trim() === "";
  return (
    <Page fill title={title} crumbs={crumbs}>
      <div className={classes.editor}>
        {(refusal || kept.broughtBack || kept.unkept || note) && (
          <div className={classes.news}>
            {note}
            <BroughtBack draft={kept} />
            <Refused refusal={refusal} other={other} />
          </div>
        )}
        <div className={classes.scroll}>
          <form
            noValidate
            aria-label={title}
            className={classes.form}
            ref={sheet}
            onInput={wrong.forget}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <button type="submit" hidden />
            <Card>
              <div className={classes.begin}>
                <TextInput
                  label={text("vehicle.registration")}
                  spellCheck={false}
                  autoComplete="off"
                  autoFocus={!existing}
                  {...form.getInputProps("registration")}
                />
                <WithReason reason={noPlate ? text("vehicle.lookUpNoPlate") : null}>
                  <Button
                    variant="default"
                    leftSection={<IconSearch size={15} />}
                    loading={look.isPending}
                    onClick={lookUp}
                  >
                    {text("vehicle.lookUp")}
                  </Button>
                </WithReason>
                {!existing && <span className={shared.hint}>{text("vehicle.plateFirst")}</span>}
              </div>
            </Card>
            <FormRefusal refusal={look.error} />
            {said && (
              <LookedUp
                said={said.view}
                compared={said.compared}
                filled={said.compared.fills.map(({ label }) => label).join(", ")}
                onTake={(fields) => {
                  form.setValues(taken(form.getValues(), said.compared.facts, fields));
                  again();
                  setSaid(null);
                }}
                onClose={() => setSaid(null)}
              />
            )}
            <VehicleFields
              form={form}
              loads={opened.loads}
              onDay={(field, isDay) =>
                setNoDays((was) => {
                  const next = new Set(was);
                  if (isDay) next.delete(field);
                  else next.add(field);
                  return next;
                })
              }
            />
          </form>
        </div>
        <div className={classes.bar}>
          <WithReason reason={missing}>
            <Button loading={busy} onClick={save}>
              {text(existing ? "vehicle.save" : "vehicle.create")}
            </Button>
          </WithReason>
          <Button variant="default" onClick={() => navigate(back)}>
            {text("common.cancel")}
          </Button>
        </div>
      </div>
    </Page>
  );
}

interface RefusedProps {
  refusal: Refusal | null;
  /** Another vehicle that bears the plate or the VIN. */
  other: VehicleId | undefined;
}

/** Why it was not saved, and the way to what stands in the way. */
function Refused({ refusal, other }: RefusedProps) {
  if (!refusal) return null;
  if (refusal.code === "conflict") {
    return (
      <Notice tone="bad">{text("vehicle.conflictLoaded", { message: refusal.message })}</Notice>
    );
  }
  return (
    <Notice tone="bad">
      {refusal.message} {other && <Link to={paths.vehicle(other)}>{text("vehicle.openIt")}</Link>}
    </Notice>
  );
}
