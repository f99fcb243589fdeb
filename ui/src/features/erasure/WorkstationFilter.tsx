import { Group, NativeSelect } from "@mantine/core";
import { text } from "@/lib/texts";

interface WorkstationFilterProps {
  value: string | null;
  offered: readonly string[];
  onChange: (workstation: string | null) => void;
}

/** Erasures of one workstation, or of all. */
export function WorkstationFilter({ value, offered, onChange }: WorkstationFilterProps) {
  return (
    <Group component="label" gap={8}>
      {text("erasure.workstation")}
      <NativeSelect
        value={value ?? ""}
        data={[
          { value: "", label: text("erasure.allWorkstations") },
          ...offered.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </Group>
  );
}
