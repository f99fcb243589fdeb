import { Checkbox, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ResourceKind, ResourceView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useCall, useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { hoursOf, readHours } from "./hours";
import classes from "./Workshop.module.css";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** Eight hours from Monday to Friday. */
const USUAL = [480, 480, 480, 480, 480, 0, 0];

interface ResourceDialogProps {
  /** The one that is changed; null for a new one. */
  resource: ResourceView | null;
  onClose: () => void;
}

/** One technician or ramp: name, hours, place, whether it is in use. */
export function ResourceDialog({ resource, onClose }: ResourceDialogProps) {
  const missing = useMissingRight("save_resource");
  const all = useCall("list_resources", {}).data ?? [];
  const at = all.findIndex(({ id }) => id === resource?.id);
  const count = resource ? all.length : all.length + 1;
  const form = useForm({
    initialValues: {
      kind: resource?.kind ?? ("technician" as ResourceKind),
      name: resource?.name ?? "",
      hours: (resource?.minutes ?? USUAL).map(hoursOf),
      active: resource?.active ?? true,
      place: String(at < 0 ? all.length : at),
    },
  });
  const { values } = form;
  const save = useChange("save_resource", {
    onSuccess: () => {
      notifyDone(text("workshop.saved", { name: values.name.trim() }));
      onClose();
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, ["name", "minutes"])),
  });
  const submit = () => {
    const minutes = values.hours.map(readHours);
    const errors: Record<string, string> = {};
    if (values.name.trim() === "") errors.name = text("workshop.nameNeeded");
    minutes.forEach((day, index) => {
      if (day === null) errors[`hours.${index}`] = text("workshop.hoursWrong");
    });
    form.setErrors(errors);
    if (Object.keys(errors).length > 0) return;
    save.mutate({
      id: resource?.id ?? null,
      version: resource?.version ?? 0,
      resource: {
        kind: values.kind,
        name: values.name,
        minutes: minutes.map((day) => day ?? 0),
        active: values.active,
      },
      position: Number(values.place),
    });
  };
  const inline = save.error !== null && Object.keys(form.errors).length > 0;
  return (
    <DialogForm
      opened
      title={resource?.name ?? text("workshop.addTitle")}
      size={560}
      busy={save.isPending}
      refusal={inline ? null : save.error}
      submitDisabled={missing !== null || (resource !== null && !form.isDirty())}
      onClose={onClose}
      onSubmit={submit}
    >
      <div className={shared.pair}>
        <WithReason reason={missing} block>
          <TextInput
            label={text("workshop.name")}
            autoComplete="off"
            {...form.getInputProps("name")}
          />
        </WithReason>
        <WithReason reason={missing} block>
          <Select
            label={text("workshop.kind")}
            allowDeselect={false}
            data={[
              { value: "technician", label: text("workshop.technician") },
              { value: "ramp", label: text("workshop.ramp") },
            ]}
            {...form.getInputProps("kind")}
          />
        </WithReason>
      </div>
      <fieldset className={shared.fieldset} disabled={missing !== null}>
        <legend>
          {text("workshop.hours")}
          <span className={shared.hint}>{text("workshop.hoursHint")}</span>
        </legend>
        <div className={classes.week}>
          {DAYS.map((day, index) => (
            <TextInput
              key={day}
              label={text(`workshop.${day}`)}
              inputMode="decimal"
              autoComplete="off"
              {...form.getInputProps(`hours.${index}`)}
            />
          ))}
        </div>
      </fieldset>
      <div className={shared.pair}>
        <WithReason reason={missing} block>
          <Select
            label={text("workshop.place")}
            allowDeselect={false}
            data={Array.from({ length: count }, (_, place) => ({
              value: String(place),
              label: text("workshop.placeOf", { place: place + 1, count }),
            }))}
            {...form.getInputProps("place")}
          />
        </WithReason>
      </div>
      <WithReason reason={missing} block>
        <Checkbox
          label={text("workshop.inUse")}
          {...form.getInputProps("active", { type: "checkbox" })}
        />
      </WithReason>
    </DialogForm>
  );
}
