import { Tooltip } from "@mantine/core";
import { cloneElement, type ReactElement } from "react";
import { type CommandId, keysOf } from "@/lib/commands";
import { strokeForReaders, strokeWords } from "@/lib/keys";
import { Kbd } from "./Kbd";

/** The first key of a command, beside its words in a menu: for the eyes, it is no part of the item's name. */
export function CommandKey({ id }: { id: CommandId }) {
  const [stroke] = keysOf(id);
  return stroke ? (
    <span aria-hidden="true">
      <Kbd>{strokeWords(stroke)}</Kbd>
    </span>
  ) : null;
}

type Passed = Record<string, unknown>;

interface WithKeyProps {
  id: CommandId;
  children: ReactElement<Passed>;
}

/** A button with the key that does the same in its tooltip. Whoever may not use it reads why instead: `WithReason` goes around. */
export function WithKey({ id, children, ...passed }: WithKeyProps & Passed) {
  const keys = keysOf(id);
  const [stroke] = keys;
  const button = cloneElement(children, {
    ...passed,
    "aria-keyshortcuts": keys.map(strokeForReaders).join(" "),
  });
  if (!stroke || passed.disabled) return button;
  return (
    <Tooltip label={<Kbd>{strokeWords(stroke)}</Kbd>} withinPortal>
      {button}
    </Tooltip>
  );
}
