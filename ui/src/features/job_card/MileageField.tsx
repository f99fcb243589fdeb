import { TextInput } from "@mantine/core";
import type { JobVehicle } from "@/bindings/commands";
import shared from "@/components/shared.module.css";
import { count, ukDate } from "@/lib/format";
import { text } from "@/lib/texts";
import { miles } from "./form";

interface MileageFieldProps {
  vehicle: JobVehicle | null;
  value: string;
  error: string | null | undefined;
  disabled?: boolean;
  /** Where a dialog begins. */
  focused?: boolean;
  onChange: (typed: string) => void;
}

/** What the clock of the vehicle reads, beside what it read last. Fewer miles are said, and taken. */
export function MileageField({
  vehicle,
  value,
  error,
  disabled,
  focused,
  onChange,
}: MileageFieldProps) {
  const { last_mileage: last = null, last_mileage_on: on = null } = vehicle ?? {};
  const read = miles(value);
  const date = on ? ukDate(on) : "";
  const isLess = typeof read === "number" && last !== null && read < last;
  return (
    <div>
      <TextInput
        label={text("job_card.mileage")}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        data-autofocus={focused || undefined}
        error={error}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {last !== null && (
        <span className={isLess ? shared.alert : shared.hint} role={isLess ? "status" : undefined}>
          {isLess
            ? text("job_card.mileageLess", { date })
            : text("job_card.mileageLast", { miles: count(last), date })}
        </span>
      )}
    </div>
  );
}
