import { IconReceipt } from "@tabler/icons-react";
import type { FoundReceipt } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./SearchBox.module.css";

interface ReceiptResultProps {
  id: string;
  typed: string;
  /** The receipt; undefined for a number that finds none, which Find Receipt explains. */
  found: FoundReceipt | undefined;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** A consent receipt in the drop-down, by its number (M-04). */
export function ReceiptResult({ id, typed, found, active, onPoint, onChoose }: ReceiptResultProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field answers the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={classes.create}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <IconReceipt size={16} aria-hidden="true" />
      <span>
        <b>{text("consent_receipt.option", { number: found?.number ?? typed })}</b>
        <br />
        <bdi>
          {found
            ? text("consent_receipt.optionFor", {
                name: found.name,
                at: found.at_local,
                by: found.by,
              })
            : text("consent_receipt.optionFind")}
        </bdi>
      </span>
    </div>
  );
}
