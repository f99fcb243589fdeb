import { IconArrowRight, IconBolt, IconList, IconUserPlus } from "@tabler/icons-react";
import type { FoundReceipt } from "@/bindings/commands";
import { Kbd } from "@/components/Kbd";
import { count as grouped } from "@/lib/format";
import { strokeWords } from "@/lib/keys";
import { text } from "@/lib/texts";
import type { Group, Option } from "./options";
import { ReceiptResult } from "./ReceiptResult";
import classes from "./SearchBox.module.css";
import { SearchOption } from "./SearchOption";
import { SearchResult } from "./SearchResult";
import { VehicleResult } from "./VehicleResult";

interface SearchDropProps {
  id: string;
  optionId: (index: number) => string;
  groups: readonly Group[];
  active: number;
  /** What the answer is about; empty before anything is typed. */
  asked: string;
  term: string;
  receipt: FoundReceipt | undefined;
  /** How many there are altogether, once that is known. */
  total: number | null;
  onPoint: (index: number) => void;
  onChoose: (option: Option) => void;
}

/** What can be chosen, by groups. */
export function SearchDrop({
  id,
  optionId,
  groups,
  active,
  asked,
  term,
  receipt,
  total,
  onPoint,
  onChoose,
}: SearchDropProps) {
  const nobody = !groups.some(({ name }) => name === "customers");
  const inside = (option: Option) => {
    switch (option.kind) {
      case "receipt":
        return <ReceiptResult typed={asked} found={receipt} />;
      case "contact":
        return <SearchResult row={option.row} by={option.by} typed={asked} />;
      case "all":
        return (
          <>
            <IconList size={16} aria-hidden="true" />
            <span>
              {total === null
                ? text("search.showAll")
                : text("search.showAllOf", { count: grouped(total) })}
            </span>
          </>
        );
      case "vehicle":
        return <VehicleResult row={option.row} typed={asked} />;
      case "command": {
        const { words, keys, missing } = option.command;
        const [stroke] = keys;
        return (
          <>
            <IconBolt size={16} aria-hidden="true" />
            <span>
              {words}
              {missing && <span className={classes.beside}>{missing}</span>}
            </span>{" "}
            {stroke && <Kbd>{strokeWords(stroke)}</Kbd>}
          </>
        );
      }
      case "place":
        return (
          <>
            <IconArrowRight size={16} aria-hidden="true" />
            <span>
              {option.place.label}
              <span className={classes.beside}>{option.place.path}</span>
            </span>
          </>
        );
      case "create":
        return (
          <>
            <IconUserPlus size={16} aria-hidden="true" />
            <span>
              {nobody ? text("search.createContact") : text("search.createContactFor", { term })}
            </span>
          </>
        );
    }
  };
  let index = -1;
  return (
    <div id={id} role="listbox" aria-label={text("search.results")}>
      {groups.map(({ name, options }) => (
        <div key={name} role="group" aria-label={text(`search.${name}`)} className={classes.group}>
          {name !== "customers" && name !== "receipts" && name !== "new" && (
            <div className={classes.heading} aria-hidden="true">
              {text(`search.${name}`)}
            </div>
          )}
          {options.map((option) => {
            index += 1;
            const at = index;
            return (
              <SearchOption
                key={keyOf(option)}
                id={optionId(at)}
                active={at === active}
                missing={option.kind === "command" ? option.command.missing : null}
                className={option.kind === "contact" ? classes.option : classes.action}
                onPoint={() => onPoint(at)}
                onChoose={() => onChoose(option)}
              >
                {inside(option)}
              </SearchOption>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function keyOf(option: Option): string {
  switch (option.kind) {
    case "contact":
      return option.row.id;
    case "vehicle":
      return `vehicle ${option.row.id}`;
    case "command":
      return option.command.id;
    case "place":
      return `${option.place.path}/${option.place.label}`;
    default:
      return option.kind;
  }
}
