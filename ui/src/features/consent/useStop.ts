import { useCallback, useEffect, useRef, useState } from "react";
import { CHANGES, type Channel, type ConsentView, type Screen } from "@/bindings/commands";
import { CHANNELS } from "@/bindings/constants";
import { notifyDone, notifyRefusal } from "@/components/notify";
import { call, Refusal } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";

/** How the customer said so: what *Stop* offers. */
export type StopMethod = "phone" | "in_person";

/** For how long the message offers *Undo*. The dispatcher allows it a little longer. */
const UNDO_MS = 10_000;

export interface Stopping {
  /** Records a No for a channel, or for all, and offers to undo it. */
  stop: (channel: Channel | null, method: StopMethod) => void;
  /** Undoes the stop whose message is still there; does nothing when there is none. */
  undo: () => void;
  /** Is there one? */
  undoable: boolean;
  /** A save is under way: nothing more is started. */
  busy: boolean;
}

/** *Stop* in one stroke, and *Undo* for as long as its message lives. */
export function useStop(view: ConsentView | undefined, screen: Screen): Stopping {
  const [busy, setBusy] = useState(false);
  // A ref beside the state: two clicks may come before anything is drawn anew.
  const running = useRef(false);
  const offered = useRef<(() => void) | null>(null);
  const [undoable, setUndoable] = useState(false);
  const offer = useCallback((undo: (() => void) | null) => {
    offered.current = undo;
    setUndoable(undo !== null);
  }, []);
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  });

  const once = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work();
    } catch (cause) {
      notifyRefusal(Refusal.from(cause));
      // What somebody else recorded meanwhile is to be seen before the next try.
      await dropTags(CHANGES.stop_channel ?? []);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);

  const stop = useCallback(
    (channel: Channel | null, method: StopMethod) => {
      void once(async () => {
        const before = latest.current;
        if (!before) return;
        const { contact_id, version } = before;
        const made = await call("stop_channel", { contact_id, version, channel, method, screen });
        const undo = () => {
          offer(null);
          takeAway();
          void once(async () => {
            await call("undo_stop", { contact_id, version: made.version, screen });
            await dropTags(CHANGES.undo_stop ?? []);
            notifyDone(text("consent.stopUndone"));
          });
        };
        // The letter alone says *by telephone*: the message repeats it, while it can still be undone.
        const how = text(method === "phone" ? "consent.saidPhone" : "consent.saidInPerson");
        const message = channel
          ? text("consent.stopped", { channel: CHANNELS[channel], how })
          : text("consent.stoppedAll", { how });
        const takeAway = notifyDone(message, {
          label: text("consent.undo"),
          onAct: undo,
          life: UNDO_MS,
        });
        offer(undo);
        setTimeout(() => {
          if (offered.current === undo) offer(null);
        }, UNDO_MS);
        await dropTags(CHANGES.stop_channel ?? []);
      });
    },
    [once, offer, screen],
  );

  const undo = useCallback(() => offered.current?.(), []);
  return { stop, undo, undoable, busy };
}
