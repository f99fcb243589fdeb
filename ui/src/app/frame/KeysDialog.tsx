import { Checkbox } from "@mantine/core";
import { InfoDialog } from "@/components/InfoDialog";
import { Kbd } from "@/components/Kbd";
import { useCommandsInForce, useSingleKeys } from "@/lib/commands";
import { strokeWords } from "@/lib/keys";
import { type TextKey, text } from "@/lib/texts";
import classes from "./KeysDialog.module.css";

interface Line {
  words: string;
  keys: readonly string[];
  /** Why it does nothing for this employee. */
  missing?: string | null;
}

const habit = (words: TextKey, ...keys: string[]): Line => ({ words: text(words), keys });

/** What lists, forms and the window answer by themselves; no command stands behind these. */
const HABITS: { heading: TextKey; lines: Line[] }[] = [
  {
    heading: "command.lists",
    lines: [
      habit("command.walk", "↑", "↓"),
      habit("command.pages", "Page Up", "Page Down"),
      habit("command.ends", "Home", "End"),
      habit("command.open", "Enter"),
      habit("command.tick", "Space"),
    ],
  },
  {
    heading: "command.forms",
    lines: [
      habit("command.submit", "Enter", "Ctrl S"),
      habit("command.submitNotes", "Ctrl Enter"),
      habit("command.close", "Esc"),
    ],
  },
  {
    heading: "command.size",
    lines: [
      habit("command.bigger", "Ctrl +"),
      habit("command.smaller", "Ctrl −"),
      habit("command.usual", "Ctrl 0"),
    ],
  },
];

interface KeysDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** Every key in force: those of this screen, then those that hold everywhere. */
export function KeysDialog({ opened, onClose }: KeysDialogProps) {
  const commands = useCommandsInForce().filter(({ keys }) => keys.length > 0);
  const [singles, setSingles] = useSingleKeys();
  const ours = (["record", "diary", "everywhere"] as const).map((place) => ({
    heading: `command.${place}` as const,
    lines: commands
      .filter((command) => command.place === place)
      .map(({ words, keys, missing }) => ({ words, missing, keys: keys.map(strokeWords) })),
  }));
  return (
    <InfoDialog opened={opened} title={text("command.keys")} size={720} onClose={onClose}>
      <div className={classes.groups}>
        {[...ours, ...HABITS]
          .filter(({ lines }) => lines.length > 0)
          .map(({ heading, lines }) => (
            <section key={heading} aria-label={text(heading)}>
              <h3>{text(heading)}</h3>
              <dl className={classes.keys}>
                {lines.map(({ words, keys, missing }) => (
                  <div key={words} className={classes.line}>
                    <dt>
                      {words}
                      {missing && <span className={classes.reason}>{missing}</span>}
                    </dt>
                    <dd>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <Checkbox
        label={text("command.singles")}
        description={text("command.singlesHint")}
        checked={singles}
        onChange={(event) => setSingles(event.currentTarget.checked)}
      />
    </InfoDialog>
  );
}
