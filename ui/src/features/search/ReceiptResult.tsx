import { IconReceipt } from "@tabler/icons-react";
import type { FoundReceipt } from "@/bindings/commands";
import { text } from "@/lib/texts";

interface ReceiptResultProps {
  typed: string;
  /** The receipt; undefined for a number that finds none, which Find Receipt explains. */
  found: FoundReceipt | undefined;
}

/** A consent receipt in the drop-down, by its number (M-04). */
export function ReceiptResult({ typed, found }: ReceiptResultProps) {
  return (
    <>
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
    </>
  );
}
