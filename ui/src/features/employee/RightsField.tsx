import { Checkbox } from "@mantine/core";
import type { Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";
import classes from "./Employee.module.css";

const everyRight = entriesOf(RIGHTS);

interface RightsFieldProps {
  value: Right[];
  /** Why a right may not be given or taken, or null. */
  reasonOf: (right: Right) => string | null;
  error?: string;
  onChange: (rights: Right[]) => void;
}

/** What an employee may do, right by right. */
export function RightsField({ value, reasonOf, error, onChange }: RightsFieldProps) {
  const toggle = (right: Right) =>
    onChange(value.includes(right) ? value.filter((held) => held !== right) : [...value, right]);
  return (
    <fieldset className={shared.fieldset}>
      <legend>
        {text("employee.accessRights")}
        <small className={shared.hint}>{text("employee.accessRightsHint")}</small>
      </legend>
      <div className={classes.rightsGrid}>
        {everyRight.map(([right, label]) => (
          <WithReason key={right} reason={reasonOf(right)}>
            <Checkbox
              label={label}
              checked={value.includes(right)}
              onChange={() => toggle(right)}
            />
          </WithReason>
        ))}
      </div>
      {error && (
        <span role="alert" className={shared.error}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
