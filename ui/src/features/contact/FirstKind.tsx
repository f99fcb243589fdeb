import { NativeSelect } from "@mantine/core";
import type { EmailKind, PhoneKind } from "@/bindings/commands";
import classes from "./FormParts.module.css";
import { kindOptions } from "./words";

interface FirstKindProps {
  label: string;
  kinds: readonly (PhoneKind | EmailKind)[];
}

/** What kind the first row is, whose field stands at the top of the form where every Tab counts. */
export function FirstKind({ label, kinds, ...field }: FirstKindProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the picker stands in it
    <label className={classes.firstKind}>
      <span>{label}</span>
      <NativeSelect data={kindOptions(kinds)} {...field} />
    </label>
  );
}
