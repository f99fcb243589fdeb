import { Checkbox, Group } from "@mantine/core";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { placeOf, settingLabel } from "@/lib/settings";
import type { GdprDraft } from "./useGdprDraft";
import { type ChoiceKey, choicesOf } from "./values";

interface ChoicesProps {
  draft: GdprDraft;
  /** Why it may not be changed, or null. */
  missing: string | null;
  setting: ChoiceKey;
  /** What is said while nothing is ticked, for a setting that needs one. */
  needed?: string;
}

/** A setting of which several may be ticked; kept in the order they stand in. */
export function Choices({ draft, missing, setting, needed }: ChoicesProps) {
  const chosen = draft.list(setting);
  const all = choicesOf(setting);
  const tick = (value: string, on: boolean) =>
    draft.set(
      setting,
      all.map(([word]) => word).filter((word) => (word === value ? on : chosen.includes(word))),
    );
  return (
    <fieldset className={shared.fieldset} {...placeOf(setting)}>
      <legend>{settingLabel(setting)}</legend>
      <Group gap="8px 18px">
        {all.map(([value, name]) => (
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
