import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import shared from "../shared.module.css";

interface FileFactsProps {
  name: string;
  /** What kind of file was recognised. */
  tag?: ReactNode;
  /** Its size in words. */
  facts: string;
}

/** The file that was chosen: its name and what it holds. */
export function FileFacts({ name, tag, facts }: FileFactsProps) {
  return (
    <Group gap={10}>
      <b className={shared.strong}>
        <bdi>{name}</bdi>
      </b>
      {tag}
      <span className={shared.quiet}>{facts}</span>
    </Group>
  );
}
