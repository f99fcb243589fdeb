import { Button, Modal } from "@mantine/core";
import { type ReactNode, useCallback } from "react";
import { text } from "@/lib/texts";
import classes from "./Dialog.module.css";
import { firstStop } from "./typedIn";
import { useEscape } from "./useEscape";
import { useFocusBack } from "./useFocusBack";

interface InfoDialogProps {
  opened: boolean;
  title: string;
  closeLabel?: string;
  size?: string | number;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog with something to read and nothing to save. The keyboard begins on what can be chosen in it. */
export function InfoDialog({
  opened,
  title,
  closeLabel = text("common.close"),
  size = 480,
  onClose,
  children,
}: InfoDialogProps) {
  useFocusBack(opened);
  useEscape(opened, onClose);
  const begin = useCallback((fields: HTMLDivElement | null) => {
    const first = fields?.querySelector("[data-autofocus]") ? null : fields && firstStop(fields);
    first?.setAttribute("data-autofocus", "");
  }, []);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      <div className={classes.form}>
        <div className={classes.fields} ref={begin}>
          {children}
        </div>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {closeLabel}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
