import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import type { Money, VatRate } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import plain from "@/components/PlainTable.module.css";
import { pounds } from "@/lib/money";
import { text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";
import { newLine, type TypedLine } from "./draft";
import classes from "./Invoice.module.css";

const rates = entriesOf(VAT_RATES).map(([value, label]) => ({ value, label }));

interface DraftLinesProps {
  lines: TypedLine[];
  /** What each comes to, where that is known. */
  nets: readonly (Money | undefined)[];
  errors: Record<string, string>;
  onChange: (lines: TypedLine[]) => void;
}

/** The lines of a draft, to be typed in. */
export function DraftLines({ lines, nets, errors, onChange }: DraftLinesProps) {
  const table = useRef<HTMLTableElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const put = (key: string, change: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  const addLine = () => {
    onChange([...lines, newLine()]);
    // Whoever adds a line types into it next.
    window.setTimeout(() =>
      table.current?.querySelector<HTMLElement>("tbody tr:last-child textarea")?.focus(),
    );
  };
  const remove = (key: string) => {
    onChange(lines.filter((line) => line.key !== key));
    add.current?.focus();
  };
  return (
    <div className={classes.editing}>
      <table ref={table} className={`${plain.table} ${classes.lines}`}>
        <caption className="visually-hidden">{text("invoice.lines")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("invoice.description")}</th>
            <th scope="col">{text("invoice.quantity")}</th>
            <th scope="col">{text("invoice.unitPrice")}</th>
            <th scope="col">{text("invoice.vatRate")}</th>
            <th scope="col" className={plain.number}>
              {text("invoice.net")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => {
            const number = at + 1;
            const wrong = (field: string) => errors[`lines.${at}.${field}`];
            const net = nets[at];
            return (
              <tr key={line.key}>
                <td className={classes.entry}>
                  <Textarea
                    aria-label={text("invoice.descriptionOf", { number })}
                    autosize
                    minRows={1}
                    maxRows={4}
                    dir="auto"
                    maxLength={200}
                    value={line.description}
                    error={wrong("description") ?? wrong("part_id")}
                    onChange={(event) =>
                      // One line on paper: a pasted break is a space.
                      put(line.key, { description: event.currentTarget.value.replace(/\n/g, " ") })
                    }
                  />
                  {line.partNumber && <span className={classes.part}>{line.partNumber}</span>}
                </td>
                <td className={classes.short}>
                  <TextInput
                    aria-label={text("invoice.quantityOf", { number })}
                    inputMode="decimal"
                    value={line.quantity}
                    error={wrong("quantity")}
                    onChange={(event) => put(line.key, { quantity: event.currentTarget.value })}
                  />
                </td>
                <td className={classes.amount}>
                  <TextInput
                    aria-label={text("invoice.unitPriceOf", { number })}
                    inputMode="decimal"
                    leftSection="£"
                    value={line.unitPrice}
                    error={wrong("unit_price")}
                    onChange={(event) => put(line.key, { unitPrice: event.currentTarget.value })}
                  />
                </td>
                <td className={classes.rate}>
                  <NativeSelect
                    aria-label={text("invoice.vatOf", { number })}
                    data={rates}
                    value={line.vatRate}
                    onChange={(event) =>
                      put(line.key, { vatRate: event.currentTarget.value as VatRate })
                    }
                  />
                </td>
                <td className={`${plain.number} ${classes.sum}`}>
                  {net === undefined ? "" : pounds(net)}
                </td>
                <td className={classes.sum}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={text("invoice.removeLine", { number })}
                    title={text("invoice.removeLine", { number })}
                    onClick={() => remove(line.key)}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button
        ref={add}
        variant="subtle"
        leftSection={<IconPlus size={15} />}
        onClick={addLine}
        className={classes.add}
      >
        {text("invoice.addLine")}
      </Button>
    </div>
  );
}
