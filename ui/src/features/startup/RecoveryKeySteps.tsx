import { Button } from "@mantine/core";
import { useState } from "react";
import type { RecoveryKeyView, StartupView } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { text } from "@/lib/texts";
import { PrintSheet } from "./PrintSheet";
import classes from "./RecoveryKeySteps.module.css";
import { TypeBack } from "./TypeBack";

interface RecoveryKeyStepsProps {
  issued: RecoveryKeyView;
  /** The heading level fits a page (1) or a dialog (2). */
  level?: 1 | 2;
  onConfirmed: (startup: StartupView) => void;
  /** Leaves it for later, where the sheet before still opens the dealership. */
  onLater?: () => void;
}

/**
 * Shows a new recovery key once, prints it, and asks two of its groups back. While they are typed
 * the key is out of sight, so that they come from the paper.
 */
export function RecoveryKeySteps({
  issued,
  level = 1,
  onConfirmed,
  onLater,
}: RecoveryKeyStepsProps) {
  const [typingBack, setTypingBack] = useState(false);
  const Heading = level === 1 ? "h1" : "h2";
  const later = onLater && (
    <Button variant="subtle" onClick={onLater}>
      {text("startup.later")}
    </Button>
  );
  return typingBack ? (
    <div className={classes.step}>
      <Heading>{text("startup.typeBackTitle")}</Heading>
      <p>{text("startup.typeBackWords")}</p>
      <TypeBack
        asked={issued.asked_groups}
        onConfirmed={onConfirmed}
        more={
          <>
            <Button variant="default" onClick={() => setTypingBack(false)}>
              {text("startup.showAgain")}
            </Button>
            {later}
          </>
        }
      />
    </div>
  ) : (
    <div className={classes.step}>
      <Heading>{text("startup.keyTitle")}</Heading>
      <p>{text("startup.keyWords")}</p>
      <Key groups={issued.recovery_key.split("-")} />
      <Notice>{issued.until_typed_back}</Notice>
      {!issued.in_keychain && <Notice tone="warn">{text("startup.noKeychainKept")}</Notice>}
      <PrintSheet
        more={(printed) => (
          <>
            <Button variant={printed ? "filled" : "default"} onClick={() => setTypingBack(true)}>
              {text("startup.haveIt")}
            </Button>
            {later}
          </>
        )}
      />
    </div>
  );
}

function Key({ groups }: { groups: string[] }) {
  return (
    <ol className={classes.groups} aria-label={text("startup.keyGroups")}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group is its name
        <li key={index}>
          <span>{index + 1}</span>
          <b>{group}</b>
        </li>
      ))}
    </ol>
  );
}
