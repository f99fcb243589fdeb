import { Checkbox, NumberInput } from "@mantine/core";
import type { ReactElement } from "react";
import { WithReason } from "@/components/WithReason";
import { placeOf, rangeOf, type SettingKey, settingLabel } from "@/lib/settings";
import type { GdprDraft } from "./useGdprDraft";

/** The hint stands below its field, so that fields side by side begin at one height. */
export const below = ["label", "input", "description", "error"] as const;

interface FieldProps {
  draft: GdprDraft;
  /** Why it may not be changed, or null. */
  missing: string | null;
  setting: SettingKey;
  hint?: string;
}

/** Marks where a setting stands, so that search can lead there. */
export function Place({ setting, children }: { setting: SettingKey; children: ReactElement }) {
  return <div {...placeOf(setting)}>{children}</div>;
}

/** A period: whole months or days within its range. */
export function Period({ draft, missing, setting, hint }: FieldProps) {
  const { min, max } = rangeOf(setting);
  return (
    <Place setting={setting}>
      <WithReason reason={missing} block>
        <NumberInput
          label={settingLabel(setting)}
          description={hint}
          inputWrapperOrder={[...below]}
          min={min}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={draft.number(setting)}
          onChange={(value) => draft.set(setting, Number(value) || min)}
        />
      </WithReason>
    </Place>
  );
}

/** A setting that is on or off. */
export function Flag({ draft, missing, setting, hint }: FieldProps) {
  return (
    <Place setting={setting}>
      <WithReason reason={missing} block>
        <Checkbox
          label={settingLabel(setting)}
          description={hint}
          checked={draft.flag(setting)}
          onChange={(event) => draft.set(setting, event.currentTarget.checked)}
        />
      </WithReason>
    </Place>
  );
}
