import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./StepFields.module.css";

interface StepFieldsProps {
  title: string;
  words: string;
  children: ReactNode;
}

/** One step of the set-up: what it is about, and its fields. */
export function StepFields({ title, words, children }: StepFieldsProps) {
  return (
    <Stack gap={12} className={classes.fields}>
      <h1>{title}</h1>
      <p>{words}</p>
      {children}
    </Stack>
  );
}
