import { Autocomplete, Checkbox, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { RECALLS, VEHICLE_FUELS } from "@/bindings/constants";
import { Card } from "@/components/Card";
import { DateField } from "@/components/DateField";
import shared from "@/components/shared.module.css";
import { type TextKey, text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";
import type { VehicleForm } from "./draft";
import classes from "./Vehicle.module.css";

type DayField = "first_registered" | "mot_due" | "service_due" | "last_v5c";

const DAYS: readonly [DayField, TextKey][] = [
  ["first_registered", "vehicle.firstRegistered"],
  ["mot_due", "vehicle.motDue"],
  ["service_due", "vehicle.serviceDue"],
  ["last_v5c", "vehicle.lastV5c"],
];

interface VehicleFieldsProps {
  form: UseFormReturnType<VehicleForm>;
  /** How often something else than typing filled the form: fields of days begin anew. */
  loads: number;
  /** Told which fields hold what is no day. */
  onDay: (field: DayField, isDay: boolean) => void;
}

/** Everything of a vehicle but its plate, which stands above. */
export function VehicleFields({ form, loads, onDay }: VehicleFieldsProps) {
  return (
    <>
      <Card title={text("vehicle.partVehicle")}>
        <div className={classes.three}>
          <TextInput label={text("vehicle.make")} {...form.getInputProps("make")} />
          <TextInput label={text("vehicle.model")} {...form.getInputProps("model")} />
          <TextInput label={text("vehicle.colour")} {...form.getInputProps("colour")} />
          <Autocomplete
            label={text("vehicle.fuel")}
            data={[...VEHICLE_FUELS]}
            {...form.getInputProps("fuel")}
          />
          <TextInput
            label={text("vehicle.vin")}
            spellCheck={false}
            autoComplete="off"
            {...form.getInputProps("vin")}
          />
          <NumberInput
            label={text("vehicle.readingMiles")}
            description={text("vehicle.readingHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            min={0}
            max={9_999_999}
            allowDecimal={false}
            allowNegative={false}
            thousandSeparator=","
            hideControls
            {...form.getInputProps("mileage")}
          />
        </div>
      </Card>
      <Card title={text("vehicle.partDates")}>
        <div className={classes.three}>
          {DAYS.map(([field, label]) => (
            <DateField
              key={`${field}/${loads}`}
              label={text(label)}
              error={form.errors[field] as string | undefined}
              value={form.values[field] || null}
              onChange={(value, isDay) => {
                form.setFieldValue(field, value ?? "");
                form.clearFieldError(field);
                onDay(field, isDay);
              }}
            />
          ))}
        </div>
      </Card>
      <Card title={text("vehicle.partService")}>
        <div className={shared.fields}>
          <div className={shared.short}>
            <NativeSelect
              label={text("vehicle.recall")}
              data={entriesOf(RECALLS).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps("recall")}
            />
          </div>
          <Checkbox
            label={text("vehicle.noServiceContact")}
            description={text("vehicle.noServiceContactWords")}
            {...form.getInputProps("no_service_contact", { type: "checkbox" })}
          />
        </div>
      </Card>
    </>
  );
}
