import { type UseFormReturnType, useForm } from "@mantine/form";
import { useEffect } from "react";

/**
 * A form over values that live in the dispatcher: starts with them, follows them when they change
 * there, and keeps what is typed while it is not saved.
 */
export function useSavedForm<Values extends Record<string, unknown>>(
  saved: Values,
): UseFormReturnType<Values> {
  const form = useForm<Values>({ initialValues: saved });
  const print = JSON.stringify(saved);
  // biome-ignore lint/correctness/useExhaustiveDependencies: compared by content, the object is a new one with every answer
  useEffect(() => {
    const fresh = JSON.parse(print) as Values;
    form.setInitialValues(fresh);
    if (!form.isDirty()) form.setValues(fresh);
    form.resetDirty(fresh);
  }, [print]);
  return form;
}
