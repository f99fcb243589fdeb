import { useEffect, useState } from "react";
import type { JobProgress } from "@/bindings/commands";
import { call } from "./api";

/** A fresh name for a piece of long work. */
export function newJob(): string {
  return crypto.randomUUID();
}

const EVERY_MS = 200;

/** How far a running job is, asked for five times a second; null when there is none or nothing is known yet. */
export function useJobProgress(job: string | null): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    setProgress(null);
    if (!job) return;
    let over = false;
    let timer = 0;
    const ask = async () => {
      // A job is only known after its command began; until then the answer is a refusal without meaning.
      const answer = await call("follow_job", { job }).catch(() => null);
      if (over) return;
      if (answer) setProgress(answer);
      timer = window.setTimeout(ask, EVERY_MS);
    };
    void ask();
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [job]);
  return progress;
}
