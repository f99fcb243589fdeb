import { Button, Modal } from "@mantine/core";
import { text } from "@/lib/texts";
import classes from "./Dialog.module.css";
import { useEscape } from "./useEscape";
import { useFocusBack } from "./useFocusBack";

interface KeepTypedProps {
  opened: boolean;
  onKeep: () => void;
  onDiscard: () => void;
}

/** Asked before anything typed is given up: one question, the same for every form and screen. */
export function KeepTyped({ opened, onKeep, onDiscard }: KeepTypedProps) {
  useFocusBack(opened);
  useEscape(opened, onKeep);
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={text("common.keepTyped")}
      size={420}
      returnFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      <div className={classes.form}>
        <div className={classes.fields}>
          <p>{text("common.keepTypedWords")}</p>
        </div>
        <div className={classes.buttons}>
          <Button variant="default" color="red" onClick={onDiscard}>
            {text("common.discard")}
          </Button>
          <Button onClick={onKeep} data-autofocus>
            {text("common.keepEditing")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
