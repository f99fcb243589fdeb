import { Checkbox, NumberInput } from "@mantine/core";
import type { ReactElement } from "react";
import { WithReason } from "@/components/WithReason";
import type { GdprDraft } from "./useGdprDraft";

/** The hint stands below its field, so that fields side by side begin at one height. */
export const below = ["label", "input", "description", "error"] as const;

interface FieldProps {
  draft: GdprDraft;
  /** Why it may not be changed, or null. */
  missing: string | null;
  setting: string;
  label: string;
  hint?: string;
}

/** Marks where a setting stands, so that search can lead there. */
export function Place({ name, children }: { name: string; children: ReactElement }) {
  return <div data-setting={name}>{children}</div>;
}

/** A period: whole months or days from 0 to `max`. */
export function Period({
  draft,
  missing,
  setting,
  label,
  hint,
  max = 120,
}: FieldProps & { max?: number }) {
  return (
    <Place name={label}>
      <WithReason reason={missing} block>
        <NumberInput
          label={label}
          description={hint}
          inputWrapperOrder={[...below]}
          min={0}
          max={max}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          value={draft.number(setting)}
          onChange={(value) => draft.set(setting, Number(value) || 0)}
        />
      </WithReason>
    </Place>
  );
}

/** A setting that is on or off. */
export function Flag({ draft, missing, setting, label, hint }: FieldProps) {
  return (
    <Place name={label}>
      <WithReason reason={missing} block>
        <Checkbox
          label={label}
          description={hint}
          checked={draft.flag(setting)}
          onChange={(event) => draft.set(setting, event.currentTarget.checked)}
        />
      </WithReason>
    </Place>
  );
}
