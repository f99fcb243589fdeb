import { Checkbox } from "@mantine/core";
import type { Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import classes from "./Employee.module.css";
import { rightGroups } from "./rights";

interface RightsFieldProps {
  value: Right[];
  /** Why a right may not be given or taken, or null. */
  reasonOf: (right: Right) => string | null;
  error?: string;
  onChange: (rights: Right[]) => void;
}

/** What an employee may do, right by right, each with what it means. */
export function RightsField({ value, reasonOf, error, onChange }: RightsFieldProps) {
  const toggle = (right: Right) =>
    onChange(value.includes(right) ? value.filter((held) => held !== right) : [...value, right]);
  return (
    <fieldset className={shared.fieldset}>
      <legend>
        {text("employee.accessRights")}
        <small className={shared.hint}>{text("employee.accessRightsHint")}</small>
      </legend>
      <div className={classes.rights}>
        {rightGroups.map(({ title, rights }) => (
          <div key={title} role="group" aria-label={text(title)}>
            <h3 className={shared.heading}>{text(title)}</h3>
            {rights.map(({ right, words }) => (
              <WithReason key={right} reason={reasonOf(right)} block>
                <Checkbox
                  label={RIGHTS[right]}
                  description={text(words)}
                  checked={value.includes(right)}
                  onChange={() => toggle(right)}
                />
              </WithReason>
            ))}
          </div>
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
