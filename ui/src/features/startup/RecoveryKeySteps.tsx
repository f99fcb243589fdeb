import { Button, Group, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { RecoveryKeyView, StartupView } from "@/bindings/commands";
import { FormRefusal, Notice } from "@/components/Notice";
import { useChange } from "@/lib/api";
import { groupKey } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import classes from "./RecoveryKeySteps.module.css";

interface RecoveryKeyStepsProps {
  issued: RecoveryKeyView;
  /** The heading level fits a page (1) or a dialog (2). */
  level?: 1 | 2;
  onConfirmed: (startup: StartupView) => void;
}

/**
 * Shows a new recovery key once, prints it, and asks two of its groups back. While they are typed
 * the key is out of sight, so that they come from the paper.
 */
export function RecoveryKeySteps({ issued, level = 1, onConfirmed }: RecoveryKeyStepsProps) {
  const [typingBack, setTypingBack] = useState(false);
  return typingBack ? (
    <TypeBack
      asked={issued.asked_groups}
      level={level}
      onBack={() => setTypingBack(false)}
      onConfirmed={onConfirmed}
    />
  ) : (
    <ShowKey issued={issued} level={level} onNext={() => setTypingBack(true)} />
  );
}

interface ShowKeyProps {
  issued: RecoveryKeyView;
  level: 1 | 2;
  onNext: () => void;
}

function ShowKey({ issued, level, onNext }: ShowKeyProps) {
  const Heading = level === 1 ? "h1" : "h2";
  const sheet = useChange("print_emergency_sheet");
  const handed = sheet.data;
  const groups = issued.recovery_key.split("-");
  return (
    <div className={classes.step}>
      <Heading>{text("startup.keyTitle")}</Heading>
      <p>{text("startup.keyWords")}</p>
      <ol className={classes.groups} aria-label={text("startup.keyGroups")}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a group is its name
          <li key={index}>
            <span>{index + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      {!issued.in_keychain && <Notice tone="warn">{text("startup.noKeychainKept")}</Notice>}
      {handed && !handed.cancelled && (
        <Notice tone="good">
          {handed.opened || !handed.file || !handed.folder
            ? text("startup.sheetPrinted")
            : text("startup.sheetSaved", { file: handed.file, folder: handed.folder })}
        </Notice>
      )}
      <FormRefusal refusal={sheet.error} />
      <Group gap={8}>
        <Button
          variant={handed ? "default" : "filled"}
          leftSection={<IconPrinter size={16} />}
          loading={sheet.isPending}
          onClick={() => sheet.mutate({})}
        >
          {text("startup.printSheet")}
        </Button>
        <Button variant={handed ? "filled" : "default"} onClick={onNext}>
          {text("startup.haveIt")}
        </Button>
      </Group>
    </div>
  );
}

interface TypeBackProps {
  asked: [number, number];
  level: 1 | 2;
  onBack: () => void;
  onConfirmed: (startup: StartupView) => void;
}

function TypeBack({ asked, level, onBack, onConfirmed }: TypeBackProps) {
  const Heading = level === 1 ? "h1" : "h2";
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const confirm = useChange("confirm_recovery_key", { onSuccess: onConfirmed });
  const wrong = confirm.error?.fields ?? {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ first, second });
  };
  return (
    <form className={classes.step} onSubmit={submit} noValidate>
      <Heading>{text("startup.typeBackTitle")}</Heading>
      <p>{text("startup.typeBackWords")}</p>
      <div className={classes.asked}>
        <TextInput
          label={text("startup.group", { number: asked[0] })}
          value={first}
          onChange={(event) => setFirst(groupKey(event.currentTarget.value).slice(0, 4))}
          error={wrong.first}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label={text("startup.group", { number: asked[1] })}
          value={second}
          onChange={(event) => setSecond(groupKey(event.currentTarget.value).slice(0, 4))}
          error={wrong.second}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {!wrong.first && !wrong.second && <FormRefusal refusal={confirm.error} />}
      <Group gap={8}>
        <Button
          type="submit"
          loading={confirm.isPending}
          disabled={first.length < 4 || second.length < 4}
        >
          {text("startup.finish")}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text("startup.showAgain")}
        </Button>
      </Group>
    </form>
  );
}
