import { Autocomplete, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useRef } from "react";
import type { FoundPart, PartLine } from "@/bindings/commands";
import { call, useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import type { TypedLine } from "./form";
import classes from "./JobCard.module.css";

/** How many parts are offered at once. */
const LIMIT = 12;

interface DescriptionFieldProps {
  line: TypedLine;
  number: number;
  error: string | undefined;
  onType: (description: string) => void;
  onPart: (part: PartLine) => void;
}

/** What was done or fitted. Of a part its number or words of it are enough; one that only is typed is one too. */
export function DescriptionField(props: DescriptionFieldProps) {
  const { line, number, error, onType } = props;
  if (line.kind === "part" && line.partId === null) return <PartField {...props} />;
  return (
    <>
      <TextInput
        aria-label={text("job_card.descriptionOf", { number })}
        data-line-start=""
        maxLength={400}
        error={error}
        dir="auto"
        value={line.description}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {line.partNumber && (
        <span className={classes.partNumber}>
          {text("job_card.partNumber", { number: line.partNumber })}
        </span>
      )}
    </>
  );
}

function PartField({ line, number, error, onType, onPart }: DescriptionFieldProps) {
  const term = line.description.trim();
  const [settled] = useDebouncedValue(term, 80);
  const found = useCall(
    "find_parts",
    { term: settled, limit: LIMIT },
    { enabled: settled !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  const parts = term === "" ? [] : (found.data ?? []);
  // The field is told the number of a part that was chosen, as if it had been typed.
  const chosen = useRef<string | null>(null);
  const choose = (part: FoundPart) => {
    chosen.current = part.number;
    onPart(part);
  };
  return (
    <Autocomplete
      aria-label={text("job_card.descriptionOf", { number })}
      data-line-start=""
      maxLength={400}
      error={error}
      value={line.description}
      onChange={(words) => {
        const isEcho = chosen.current === words;
        chosen.current = null;
        if (!isEcho) onType(words);
      }}
      data={parts.map((part) => part.number)}
      filter={({ options }) => options}
      onOptionSubmit={(value) => {
        const part = parts.find((one) => one.number === value);
        if (part) choose(part);
      }}
      // A whole number typed by a scanner means its part.
      onBlur={() => {
        if (term === "" || chosen.current !== null) return;
        void call("find_parts", { term, limit: LIMIT }).then(
          (rows) => {
            const exact = rows.find((part) => part.exact);
            if (exact) choose(exact);
          },
          () => undefined,
        );
      }}
      comboboxProps={{ width: 420, position: "bottom-start" }}
      renderOption={({ option }) => {
        const part = parts.find((one) => one.number === option.value);
        return (
          <span className={classes.offer}>
            <b>{option.value}</b>
            <span>{part?.description}</span>
            <span className={classes.beside}>
              {part &&
                text("job_card.partBeside", {
                  stock: part.in_stock_text,
                  price: part.unit_price_text,
                })}
            </span>
          </span>
        );
      }}
    />
  );
}
