import { Checkbox, Group } from "@mantine/core";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import type { GdprDraft } from "./useGdprDraft";
import { choicesOf } from "./values";

interface ChoicesProps {
  draft: GdprDraft;
  /** Why it may not be changed, or null. */
  missing: string | null;
  setting: string;
  label: string;
  /** What is said while nothing is ticked, for a setting that needs one. */
  needed?: string;
}

/** A setting of which several may be ticked; kept in the order they stand in. */
export function Choices({ draft, missing, setting, label, needed }: ChoicesProps) {
  const chosen = draft.list(setting);
  const all = choicesOf(setting);
  const tick = (value: string, on: boolean) =>
    draft.set(
      setting,
      all.map((one) => one.value).filter((one) => (one === value ? on : chosen.includes(one))),
    );
  return (
    <fieldset className={shared.fieldset} data-setting={label}>
      <legend>{label}</legend>
      <Group gap="8px 18px">
        {all.map(({ value, label: name }) => (
          <WithReason key={value} reason={missing}>
            <Checkbox
              label={name}
              checked={chosen.includes(value)}
              onChange={(event) => tick(value, event.currentTarget.checked)}
            />
          </WithReason>
        ))}
      </Group>
      {needed && chosen.length === 0 && (
        <div className={shared.error} role="alert">
          {needed}
        </div>
      )}
    </fieldset>
  );
}
