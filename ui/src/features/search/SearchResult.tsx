import { memo } from "react";
import type { ContactLine, FoundBy, FoundField } from "@/bindings/commands";
import { ChannelMarks } from "@/components/ChannelMarks";
import { Chip } from "@/components/Tag";
import { type TextKey, text } from "@/lib/texts";
import { Marked } from "./Marked";
import classes from "./SearchBox.module.css";

const FIELDS: Record<FoundField, TextKey> = {
  phone: "search.byPhone",
  postcode: "search.byPostcode",
  email: "search.byEmail",
  registration: "search.byRegistration",
};

interface SearchResultProps {
  row: ContactLine;
  /** What it was found by, where the row does not show it. */
  by: FoundBy | null;
  /** What was searched for; nothing among recent customers. */
  typed: string;
}

/**
 * One contact in the drop-down: enough to know it is the person on the telephone, and why it is there. Drawn
 * anew only when it changes: each key and each move of the pointer draws the list around it.
 */
export const SearchResult = memo(function SearchResult({ row, by, typed }: SearchResultProps) {
  const where = [
    [row.town, row.postcode].filter(Boolean).join(" "),
    row.phone,
    row.email,
    row.registration,
  ].filter((words) => words !== "");
  return (
    <>
      <div className={classes.who}>
        <b>
          <Marked words={row.name || row.company} typed={typed} />
        </b>
        {row.died && <Chip>{row.died}</Chip>}
        {row.name && row.company && row.company !== row.name && (
          <span className={classes.company}>
            <Marked words={row.company} typed={typed} />
          </span>
        )}
      </div>
      <div className={classes.reference}>
        <Marked words={row.reference} typed={typed} />
      </div>
      <div className={classes.where}>
        {by && (
          <span>
            {text(FIELDS[by.field])} <Marked words={by.text} typed={typed} />
          </span>
        )}
        {where.map((words) => (
          <span key={words}>
            <Marked words={words} typed={typed} />
          </span>
        ))}
      </div>
      <div className={classes.marks}>
        <ChannelMarks marks={row.marks} />
      </div>
    </>
  );
});
