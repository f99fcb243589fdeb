import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Dialog.module.css";
import { useFocusBack } from "./useFocusBack";

interface InfoDialogProps {
  opened: boolean;
  title: string;
  closeLabel?: string;
  size?: string | number;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with something to read and nothing to decide. */
export function InfoDialog({
  opened,
  title,
  closeLabel = text("common.close"),
  size = 480,
  onClose,
  children,
}: InfoDialogProps) {
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      <div className={classes.form}>
        <div className={classes.fields}>{children}</div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {closeLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
