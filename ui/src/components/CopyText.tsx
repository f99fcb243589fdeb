import { CopyButton, Tooltip } from "@mantine/core";
import { text } from "@/lib/texts";
import classes from "./CopyText.module.css";

interface CopyTextProps {
  /** What goes to the clipboard, and is shown unless something else is. */
  value: string;
  /** More to know, above the word Copy. */
  hint?: string;
}

/** Something short that is copied by one click: a number to dial, an address to paste. */
export function CopyText({ value, hint }: CopyTextProps) {
  return (
    <CopyButton value={value} timeout={1_500}>
      {({ copied, copy }) => {
        const act = text(copied ? "common.copied" : "common.copy");
        return (
          <Tooltip
            label={hint ? `${hint}\n${act}` : act}
            style={{ whiteSpace: "pre-line" }}
            withinPortal
          >
            <button
              type="button"
              className={classes.copy}
              aria-label={text("common.copyWhat", { what: value })}
              onClick={copy}
            >
              <bdi>{value}</bdi>
            </button>
          </Tooltip>
        );
      }}
    </CopyButton>
  );
}
