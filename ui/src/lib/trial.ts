import { useState } from "react";
import { newJob } from "./job";
import { Refusal } from "./refusal";

interface Running {
  /** The job's name. */
  name: string;
  isTrial: boolean;
}

/**
 * Long work that is tried out before it is done: `run` does either, `report` is what the last one
 * answered. A refusal leaves the report standing, so that the trial of a cancelled run still counts.
 */
export function useTrial<Report>() {
  const [report, setReport] = useState<Report | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const run = async (isTrial: boolean, work: (job: string) => Promise<Report>) => {
    const name = newJob();
    setRunning({ name, isTrial });
    setRefusal(null);
    try {
      setReport(await work(name));
      return null;
    } catch (cause) {
      const no = Refusal.from(cause);
      setRefusal(no);
      return no;
    } finally {
      setRunning(null);
    }
  };
  const forget = () => {
    setReport(null);
    setRefusal(null);
  };
  return { report, running, refusal, run, forget, forgive: () => setRefusal(null) };
}
