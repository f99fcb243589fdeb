import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import type { Channel, ConsentView } from "@/bindings/commands";
import { Kbd } from "@/components/Kbd";
import { WithReason } from "@/components/WithReason";
import { useCommands } from "@/lib/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { STOP_ALL_KEY, STOP_KEY, type StopChoice, useStopKeys } from "./stopKeys";
import type { StopMethod, Stopping } from "./useStop";

interface StopButtonProps {
  channel: Channel;
  label: string;
  /** The second of the two keys that do the same. */
  letter: string;
  stopping: Stopping;
  /** Why it may not be used. */
  reason: string | null;
}

const POPOVER = {
  // The button says what it opens; around it stands only what carries its reason.
  withRoles: false,
  position: "bottom-end",
  shadow: "md",
  withinPortal: true,
  trapFocus: true,
  returnFocus: true,
  transitionProps: { duration: 0 },
} as const;

/** *Stop* of one channel: a second click says how the customer said so, and it is recorded. */
export function StopButton({ channel, label, letter, stopping, reason }: StopButtonProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover {...POPOVER} opened={opened} onChange={setOpened}>
      <Popover.Target>
        <span>
          <WithReason reason={reason}>
            <button
              type="button"
              className={classes.stop}
              aria-label={text("consent.stopOf", { channel: label })}
              title={text("consent.stopTip", { first: STOP_KEY, second: letter })}
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={() => setOpened((was) => !was)}
            >
              {text("consent.stop")}
            </button>
          </WithReason>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        className={classes.stops}
        aria-label={text("consent.stopTitle", { channel: label })}
      >
        <How
          label={label}
          busy={stopping.busy}
          onChoose={(method) => {
            setOpened(false);
            stopping.stop(channel, method);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface HowProps {
  label: string;
  busy: boolean;
  onChoose: (method: StopMethod) => void;
}

/** How the customer said so. Nothing is filled in: the click is the answer. */
function How({ label, busy, onChoose }: HowProps) {
  return (
    <>
      {/* The keyboard begins on the question: a second Enter, or one that is held, must answer nothing. */}
      <h3 data-autofocus tabIndex={-1}>
        {text("consent.stopTitle", { channel: label })}
      </h3>
      <div className={classes.how}>
        <Button size="xs" disabled={busy} onClick={() => onChoose("phone")}>
          {text("consent.stopByPhone")}
        </Button>
        <Button variant="default" size="xs" disabled={busy} onClick={() => onChoose("in_person")}>
          {text("consent.stopInPerson")}
        </Button>
      </div>
    </>
  );
}

interface StopAllButtonProps {
  view: ConsentView;
  stopping: Stopping;
  missing: string | null;
}

/**
 * *Stop all*. The key S opens the list of channels under it, where one more letter records the stop: by
 * telephone, with Shift in person.
 */
export function StopAllButton({ view, stopping, missing }: StopAllButtonProps) {
  const [opened, setOpened] = useState<"how" | "which" | null>(null);
  const nothing = view.can_stop ? null : text("consent.stopAllNothing");
  const reason = missing ?? nothing;
  const choices: StopChoice[] = [
    ...view.rows
      .filter((row) => row.can_stop)
      .map(({ channel, label, mark }) => ({ channel, label, letter: mark.letter })),
    { channel: null, label: text("consent.wholeRow"), letter: STOP_ALL_KEY },
  ];
  const choose = (channel: Channel | null, method: StopMethod) => {
    setOpened(null);
    stopping.stop(channel, method);
  };
  useCommands([
    { id: "consent.stop", missing: reason, run: () => !stopping.busy && setOpened("which") },
    ...(stopping.undoable ? [{ id: "consent.undo", run: stopping.undo } as const] : []),
  ]);
  useStopKeys({
    open: opened === "which",
    choices,
    onClose: () => setOpened(null),
    onChoose: choose,
  });
  return (
    <Popover
      {...POPOVER}
      opened={opened !== null}
      onChange={(open) => {
        if (!open) setOpened(null);
      }}
    >
      <Popover.Target>
        <span>
          <WithReason reason={reason}>
            <button
              type="button"
              className={classes.stop}
              title={text("consent.stopTip", { first: STOP_KEY, second: STOP_ALL_KEY })}
              aria-haspopup="dialog"
              aria-expanded={opened !== null}
              onClick={() => setOpened((was) => (was ? null : "how"))}
            >
              {text("consent.stopAll")}
            </button>
          </WithReason>
        </span>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        className={classes.stops}
        aria-label={text("consent.stopWhich")}
      >
        {opened === "how" ? (
          <How
            label={text("consent.wholeRow")}
            busy={stopping.busy}
            onChoose={(method) => choose(null, method)}
          />
        ) : (
          <>
            <h3 data-autofocus tabIndex={-1}>
              {text("consent.stopWhich")}
            </h3>
            <div className={classes.which}>
              {choices.map(({ channel, label, letter }) => (
                <button
                  key={label}
                  type="button"
                  className={classes.choice}
                  onClick={(event) => choose(channel, event.shiftKey ? "in_person" : "phone")}
                >
                  <span>{label}</span>
                  <Kbd>{letter}</Kbd>
                </button>
              ))}
            </div>
            <p className={classes.evidence}>{text("consent.stopShift")}</p>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
