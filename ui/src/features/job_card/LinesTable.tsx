import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { InvoiceLineKind, JobLinesSum, VatRate } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import table from "@/components/PlainTable.module.css";
import { isComposing } from "@/lib/keys";
import { shortRate } from "@/lib/money";
import { text } from "@/lib/texts";
import { DescriptionField } from "./DescriptionField";
import { blankLine, isBlank, type TypedLine, withPart, withTyped } from "./form";
import classes from "./JobCard.module.css";
import type { Errors } from "./useJobCard";

const KINDS: readonly InvoiceLineKind[] = ["labour", "part", "other"];

interface LinesTableProps {
  lines: readonly TypedLine[];
  sum: JobLinesSum | undefined;
  errors: Errors;
  /** What an hour of work begins with. */
  labourRate: string;
  readOnly: boolean;
  onChange: (lines: TypedLine[]) => void;
}

/**
 * The lines of a card, by keyboard: below the last one always stands an empty one to go on in, Enter goes to the
 * next, Ctrl+Delete removes one. Where they cannot be changed they are only read.
 */
export function LinesTable({
  lines,
  sum,
  errors,
  labourRate,
  readOnly,
  onChange,
}: LinesTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [next, setNext] = useState(() => blankLine());
  const [asking, setAsking] = useState<TypedLine | null>(null);
  const last = lines.at(-1);
  const rows = readOnly || (last && isBlank(last)) ? lines : [...lines, next];

  const put = (line: TypedLine, changed: TypedLine) => {
    if (line !== next) return onChange(lines.map((one) => (one === line ? changed : one)));
    // Its kind alone is no line yet.
    if (isBlank(changed)) return setNext(changed);
    onChange([...lines, changed]);
    setNext(blankLine(changed.kind));
  };
  const goTo = (at: number) => {
    const starts = body.current?.querySelectorAll<HTMLElement>("input[data-line-start]");
    starts?.[Math.max(0, Math.min(at, starts.length - 1))]?.focus();
  };
  const remove = (line: TypedLine) => {
    const at = rows.indexOf(line);
    setAsking(null);
    onChange(lines.filter((one) => one !== line));
    window.setTimeout(() => goTo(at));
  };
  const ask = (line: TypedLine) => {
    if (line === next) return;
    if (isBlank(line)) remove(line);
    else setAsking(line);
  };
  const onKeyDown = (event: KeyboardEvent, line: TypedLine, at: number) => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    const { key, ctrlKey, metaKey, target } = event;
    const held = ctrlKey || metaKey;
    const onButton = target instanceof HTMLButtonElement;
    if (key === "Enter" && !held && !onButton) {
      event.preventDefault();
      goTo(at + 1);
    } else if (key === "Delete" && (held || onButton || target instanceof HTMLSelectElement)) {
      event.preventDefault();
      ask(line);
    }
  };

  // Sums are of the lines in which something stands.
  let counted = -1;
  return (
    <>
      <table className={`${table.table} ${classes.lines}`} aria-label={text("job_card.lines")}>
        <thead>
          <tr>
            <th scope="col">{text("job_card.kind")}</th>
            <th scope="col">{text("job_card.description")}</th>
            <th scope="col" className={table.number}>
              {text("job_card.quantity")}
            </th>
            <th scope="col" className={table.number}>
              {text("job_card.price")}
            </th>
            <th scope="col">{text("job_card.vat")}</th>
            <th scope="col" className={table.number}>
              {text("job_card.net")}
            </th>
            {!readOnly && (
              <th scope="col">
                <span className="visually-hidden">{text("job_card.remove")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((line, at) => {
            if (!isBlank(line)) counted += 1;
            const net = isBlank(line) ? "" : (sum?.lines[counted]?.net_text ?? "");
            return readOnly ? (
              <ReadLine key={line.key} line={line} net={net} />
            ) : (
              <TypedRow
                key={line.key}
                line={line}
                number={at + 1}
                net={net}
                errors={errors}
                onPut={(change) => put(line, withTyped(line, change, labourRate))}
                onWhole={(whole) => put(line, whole)}
                onRemove={line === next ? null : () => ask(line)}
                onKeyDown={(event) => onKeyDown(event, line, at)}
              />
            );
          })}
        </tbody>
      </table>
      <ConfirmDialog
        opened={asking !== null}
        danger
        title={text("job_card.removeTitle", {
          number: asking ? rows.indexOf(asking) + 1 : 0,
        })}
        confirmLabel={text("job_card.remove")}
        onConfirm={() => asking && remove(asking)}
        onClose={() => setAsking(null)}
      >
        <p dir="auto">
          {text("job_card.removeWords", { description: asking?.description.trim() ?? "" })}
        </p>
      </ConfirmDialog>
    </>
  );
}

function ReadLine({ line, net }: { line: TypedLine; net: string }) {
  return (
    <tr>
      <td>{text(`job_card.${line.kind}`)}</td>
      <td dir="auto">
        {line.description}
        {line.partNumber && (
          <span className={classes.partNumber}>
            {text("job_card.partNumber", { number: line.partNumber })}
          </span>
        )}
      </td>
      <td className={table.number}>{line.quantity}</td>
      <td className={table.number}>{line.price}</td>
      <td>{VAT_RATES[line.vatRate]}</td>
      <td className={table.number}>{net}</td>
    </tr>
  );
}

interface TypedRowProps {
  line: TypedLine;
  /** Counted from 1. */
  number: number;
  net: string;
  errors: Errors;
  onPut: (change: Partial<TypedLine>) => void;
  onWhole: (line: TypedLine) => void;
  /** Null where there is nothing to be removed. */
  onRemove: (() => void) | null;
  onKeyDown: (event: KeyboardEvent) => void;
}

function TypedRow({
  line,
  number,
  net,
  errors,
  onPut,
  onWhole,
  onRemove,
  onKeyDown,
}: TypedRowProps) {
  return (
    <tr onKeyDown={onKeyDown}>
      <td>
        <NativeSelect
          aria-label={text("job_card.kindOf", { number })}
          value={line.kind}
          data={KINDS.map((kind) => ({ value: kind, label: text(`job_card.${kind}`) }))}
          onChange={(event) => onPut({ kind: event.currentTarget.value as InvoiceLineKind })}
        />
      </td>
      <td>
        <DescriptionField
          line={line}
          number={number}
          error={errors[`${line.key}.description`]}
          onType={(description) => onPut({ description })}
          onPart={(part) =>
            onWhole(withPart(line, part, part.unit_price_text.replaceAll(/[£,]/g, "")))
          }
        />
      </td>
      <td>
        <TextInput
          aria-label={text("job_card.quantityOf", { number })}
          className={classes.figure}
          inputMode="decimal"
          autoComplete="off"
          error={errors[`${line.key}.quantity`]}
          value={line.quantity}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onPut({ quantity: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          aria-label={text("job_card.priceOf", { number })}
          className={classes.figure}
          inputMode="decimal"
          autoComplete="off"
          error={errors[`${line.key}.price`]}
          value={line.price}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onPut({ price: event.currentTarget.value })}
        />
      </td>
      <td>
        <NativeSelect
          aria-label={text("job_card.vatOf", { number })}
          value={line.vatRate}
          title={VAT_RATES[line.vatRate]}
          data={Object.entries(VAT_RATES).map(([value, label]) => ({
            value,
            label: shortRate(label),
          }))}
          onChange={(event) => onPut({ vatRate: event.currentTarget.value as VatRate })}
        />
      </td>
      <td className={table.number}>{net}</td>
      <td>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            aria-label={text("job_card.removeOf", { number })}
            onClick={onRemove}
          >
            <IconX size={15} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
