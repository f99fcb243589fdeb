import { Button, Radio } from "@mantine/core";
import { useMemo, useState } from "react";
import type { ContactDraft, ContactView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { type TextKey, text } from "@/lib/texts";
import classes from "./ConflictDialog.module.css";
import { type Choices, compare, isUndecided, merged, type Part, proposed } from "./conflict";
import { draftOf } from "./draft";

const PART_WORDS: Record<Part, TextKey> = {
  title: "contact.title",
  first_name: "contact.firstName",
  last_name: "contact.lastName",
  company: "contact.company",
  date_of_birth: "contact.dateOfBirth",
  addresses: "contact.addresses",
  phones: "contact.allPhones",
  emails: "contact.allEmails",
  gaps: "contact.gaps",
  vehicles: "contact.vehicles",
  notes: "contact.notes",
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
      title={text("contact.conflictTitle")}
      submitLabel={text("contact.keepMine")}
      submitDisabled={differences.length === 0 || isUndecided(differences, choices)}
      size={760}
      aside={
        <Button variant="default" onClick={onLoadTheirs}>
          {text("contact.loadTheirs")}
        </Button>
      }
      onSubmit={() => onReapply(merged(mine, theirs, choices))}
      onClose={onClose}
    >
      <p>
        <bdi>
          {text("contact.conflictWords", {
            who: conflict.who || text("contact.someone"),
            when: conflict.when || text("contact.justNow"),
          })}
        </bdi>
      </p>
      <p>{text(differences.length === 0 ? "contact.conflictSame" : "contact.conflictPick")}</p>
      {differences.length > 0 && (
        <table className={`${plain.table} ${classes.compare}`}>
          <colgroup>
            <col style={{ width: 140 }} />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{text("contact.conflictPart")}</th>
              <th scope="col">{text("contact.conflictMine")}</th>
              <th scope="col">{text("contact.conflictTheirs")}</th>
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
                    <span dir="auto">{one[whose] || text("contact.conflictEmpty")}</span>
                  </label>
                </td>
              );
              return (
                <tr key={one.part}>
                  <td>
                    {part}
                    {one.turned === "both" && (
                      <span className={shared.alert}>{text("contact.conflictChanged")}</span>
                    )}
                  </td>
                  {cell("mine", text("contact.conflictPickMine", { part }))}
                  {cell("theirs", text("contact.conflictPickTheirs", { part }))}
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </DialogForm>
  );
}
