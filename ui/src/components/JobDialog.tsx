import { useEffect, useState } from "react";
import { call } from "@/lib/api";
import { useJobProgress } from "@/lib/job";
import { useWaitingRelease } from "@/lib/release";
import { ProgressDialog } from "./ProgressDialog";

/** Work that is done sooner than this never shows a dialog. */
const PATIENCE_MS = 350;

interface JobDialogProps {
  title: string;
  /** The running job's name; null when nothing runs. */
  job: string | null;
  /** What is said until the job tells its own phase. */
  phase: string;
  /** How much there is, where the screen knows it before the job does. */
  total?: number;
  /** How the two numbers are written; see `ProgressDialog`. */
  inWords?: (value: number) => string;
}

/** A job of the dispatcher: how far it is, and a way to cancel it. */
export function JobDialog({ title, job, phase, total, inWords }: JobDialogProps) {
  const progress = useJobProgress(job);
  const [shown, setShown] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  // Nothing runs while a manager is asked for, and two dialogs would be in each other's way.
  const asksManager = useWaitingRelease() !== null;
  useEffect(() => {
    setShown(false);
    setCancelling(false);
    if (!job) return;
    const timer = window.setTimeout(() => setShown(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, [job]);
  const cancel = () => {
    if (!job) return;
    setCancelling(true);
    // Where the job was done first there is nothing to cancel, and that is no news.
    call("cancel_job", { job }).catch(() => setCancelling(false));
  };
  return (
    <ProgressDialog
      opened={shown && job !== null && !asksManager}
      title={title}
      phase={progress?.phase || phase}
      done={progress?.done ?? 0}
      total={progress?.total ?? total ?? null}
      inWords={inWords}
      cancelling={cancelling}
      onCancel={cancel}
    />
  );
}
