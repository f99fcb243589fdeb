import type { Refusal } from "@/lib/refusal";
import { FormRefusal, Notice } from "./Notice";

interface JobRefusalProps {
  refusal: Refusal | null;
  /** What is said after somebody cancelled: that nothing was done. */
  cancelled: string;
}

/** Why long work did not end; that somebody cancelled it is no error. */
export function JobRefusal({ refusal, cancelled }: JobRefusalProps) {
  if (refusal?.code === "cancelled") return <Notice>{cancelled}</Notice>;
  return <FormRefusal refusal={refusal} />;
}
