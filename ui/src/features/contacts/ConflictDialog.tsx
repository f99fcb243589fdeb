import { Button, Radio } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ContactDraft, ContactView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { type TextKey, text } from "@/lib/texts";
import classes from "./ContactForm.module.css";
import { type Choices, compare, isUndecided, merged, type Part, proposed } from "./conflict";
import { draftOf } from "./draft";

const PART_WORDS: Record<Part, TextKey> = {
  title: "contacts.title",
  first_name: "contacts.firstName",
  last_name: "contacts.lastName",
  company: "contacts.company",
  date_of_birth: "contacts.dateOfBirth",
  addresses: "contacts.addresses",
  phones: "contacts.phones",
  emails: "contacts.emails",
  vehicles: "contacts.vehicles",
  notes: "contacts.notes",
};

export interface Conflict {
  theirs: ContactView;
  who: string;
  when: string;
}

interface ConflictDialogProps {
  conflict: Conflict;
  /** The contact as it was when the form was opened, and the form as it is now. */
  opened: ContactDraft;
  mine: ContactDraft;
  onLoadTheirs: () => void;
  /** The form to go on with: theirs with the chosen parts of mine. It is not saved yet. */
  onReapply: (draft: ContactDraft) => void;
  onClose: () => void;
}

/** Two people edited one contact: who and when, part by part, and nothing written over in silence. */
export function ConflictDialog({
  conflict,
  opened,
  mine,
  onLoadTheirs,
  onReapply,
  onClose,
}: ConflictDialogProps) {
  const theirs = useMemo(() => draftOf(conflict.theirs), [conflict.theirs]);
  const differences = useMemo(() => compare(opened, mine, theirs), [opened, mine, theirs]);
  const [choices, setChoices] = useState<Choices>(() => proposed(differences));
  const choose = (part: Part, whose: "mine" | "theirs") =>
    setChoices((was) => ({ ...was, [part]: whose }));
  return (
    <DialogForm
      opened
      title={text("contacts.conflictTitle")}
      submitLabel={text("contacts.keepMine")}
      submitDisabled={differences.length === 0 || isUndecided(differences, choices)}
      size={760}
      aside={
        <Button variant="default" onClick={onLoadTheirs}>
          {text("contacts.loadTheirs")}
        </Button>
      }
      onSubmit={() => onReapply(merged(mine, theirs, choices))}
      onClose={onClose}
    >
      <p>
        <bdi>
          {text("contacts.conflictWords", {
            who: conflict.who || text("contacts.someone"),
            when: conflict.when || text("contacts.justNow"),
          })}
        </bdi>
      </p>
      <p>{text(differences.length === 0 ? "contacts.conflictSame" : "contacts.conflictPick")}</p>
      {differences.length > 0 && (
        <table className={classes.compare}>
          <colgroup>
            <col style={{ width: 140 }} />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{text("contacts.conflictPart")}</th>
              <th scope="col">{text("contacts.conflictMine")}</th>
              <th scope="col">{text("contacts.conflictTheirs")}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => {
              const part = text(PART_WORDS[one.part]);
              const cell = (whose: "mine" | "theirs", label: string) => (
                <td>
                  {/* biome-ignore lint/a11y/noLabelWithoutControl: the radio button is inside */}
                  <label
                    className={classes.choice}
                    data-off={(choices[one.part] ?? whose) !== whose || undefined}
                  >
                    <Radio
                      size="xs"
                      name={one.part}
                      aria-label={label}
                      checked={choices[one.part] === whose}
                      onChange={() => choose(one.part, whose)}
                    />
                    <span dir="auto">{one[whose] || text("contacts.conflictEmpty")}</span>
                  </label>
                </td>
              );
              return (
                <tr key={one.part}>
                  <td>
                    {part}
                    {one.turned === "both" && (
                      <span className={classes.both}>{text("contacts.conflictChanged")}</span>
                    )}
                  </td>
                  {cell("mine", text("contacts.conflictPickMine", { part }))}
                  {cell("theirs", text("contacts.conflictPickTheirs", { part }))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </DialogForm>
  );
}
