import type { ReactNode } from "react";
import { type Refusal, refusalWords } from "@/lib/refusal";
import classes from "./Notice.module.css";
import tones from "./tones.module.css";

interface NoticeProps {
  tone?: "plain" | "warn" | "bad" | "good";
  title?: string;
  children?: ReactNode;
}

/** A soft coloured box with something to know. `bad` is announced at once. */
export function Notice({ tone = "plain", title, children }: NoticeProps) {
  return (
    <div
      className={`${classes.notice} ${tone === "warn" ? classes.warn : ""} ${tones[tone]}`}
      role={tone === "bad" ? "alert" : "note"}
    >
      {title && <b>{title}</b>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** The refusal of a form, above its buttons. Nothing when there is none. */
export function FormRefusal({ refusal }: { refusal: Refusal | null }) {
  if (!refusal || refusal.code === "cancelled") return null;
  return <Notice tone="bad">{refusalWords(refusal)}</Notice>;
}
