import type { Right } from "@/bindings/commands";
import { useMissingRight } from "@/lib/session";

interface Missing {
  right: Right | null;
  /** The words for a tooltip. */
  reason: string | null;
}

/** The first right that is missing of the two that other employees' records need. */
export function useMissingEmployeeRight(): Missing {
  const records = useMissingRight("employee_records");
  const settings = useMissingRight("access_settings");
  if (records) return { right: "employee_records", reason: records };
  return { right: settings ? "access_settings" : null, reason: settings };
}
