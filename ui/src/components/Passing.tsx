import { notifications } from "@mantine/notifications";
import { type ReactNode, useEffect, useRef } from "react";
import { backFromMessage } from "./messageFocus";

interface PassingProps {
  /** The message it stands in. */
  id: string;
  /** How long it stays, once nobody is at it; null where it waits to be closed. */
  after: number | null;
  children: ReactNode;
}

/** What a message says. It goes by itself, but not from under the pointer or the keyboard of whoever is at it. */
export function Passing({ id, after, children }: PassingProps) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const message = words.current?.closest<HTMLElement>(".mantine-Notification-root");
    const at = { pointer: false, keyboard: false };
    let timer = 0;
    const look = () => {
      window.clearTimeout(timer);
      if (after === null || at.pointer || at.keyboard) return;
      timer = window.setTimeout(() => notifications.hide(id), after);
    };
    const take = ({ type }: Event) => {
      if (type === "pointerenter" || type === "pointerleave") at.pointer = type === "pointerenter";
      else at.keyboard = type === "focusin";
      look();
    };
    look();
    for (const sign of SIGNS) message?.addEventListener(sign, take);
    return () => {
      window.clearTimeout(timer);
      for (const sign of SIGNS) message?.removeEventListener(sign, take);
      if (at.keyboard) backFromMessage();
    };
  }, [id, after]);
  return <div ref={words}>{children}</div>;
}

const SIGNS = ["pointerenter", "pointerleave", "focusin", "focusout"] as const;
