import { Checkbox, Group, Stack } from "@mantine/core";
import { text } from "@/lib/texts";
import { EVERYONE_SAYS_NO, type Mapping, REFUSABLE } from "./mapping";

interface SaysNoProps {
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

/** Declares the whole file a list of people who said no, and to what. Nothing is ticked beforehand. */
export function SaysNo({ mapping, onMapping }: SaysNoProps) {
  const refused = mapping[EVERYONE_SAYS_NO];
  const { [EVERYONE_SAYS_NO]: _, ...rest } = mapping;
  return (
    <Stack gap={8}>
      <Checkbox
        label={text("import.isList")}
        description={text("import.isListHint")}
        checked={refused !== undefined}
        onChange={(event) =>
          onMapping(event.currentTarget.checked ? { ...rest, [EVERYONE_SAYS_NO]: [] } : rest)
        }
      />
      {refused && (
        <Checkbox.Group
          label={text("import.isListWhat")}
          value={refused}
          onChange={(channels) => onMapping({ ...rest, [EVERYONE_SAYS_NO]: channels })}
        >
          <Group gap={18} mt={4}>
            {REFUSABLE.map((channel) => (
              <Checkbox key={channel} value={channel} label={text(`import.no_${channel}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </Stack>
  );
}
