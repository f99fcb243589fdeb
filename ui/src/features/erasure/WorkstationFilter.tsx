import { NativeSelect } from "@mantine/core";
import { text } from "@/lib/texts";
import classes from "./Erasure.module.css";

interface WorkstationFilterProps {
  value: string | null;
  offered: readonly string[];
  onChange: (workstation: string | null) => void;
}

/** Erasures of one workstation, or of all. */
export function WorkstationFilter({ value, offered, onChange }: WorkstationFilterProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select is inside
    <label className={classes.filter}>
      {text("erasure.workstation")}
      <NativeSelect
        value={value ?? ""}
        data={[
          { value: "", label: text("erasure.allWorkstations") },
          ...offered.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );
}
