import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { SaleLineSum, SaleSum, VatRate } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import table from "@/components/PlainTable.module.css";
import { StatusMark } from "@/components/StatusMark";
import { shortRate } from "@/lib/money";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";
import { vatChoices } from "./PartFields";
import type { TypedLine } from "./sale";

interface SaleLinesProps {
  lines: TypedLine[];
  sum: SaleSum | undefined;
  readOnly: boolean;
  onChange: (lines: TypedLine[]) => void;
  /** Enter in a line: on to the next part. */
  onDone: () => void;
}

/** The lines of a sale: quantity, price and VAT may be changed; what it would leave stands beside. */
export function SaleLines({ lines, sum, readOnly, onChange, onDone }: SaleLinesProps) {
  const put = (key: string, change: Partial<TypedLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)));
  return (
    <table className={`${table.table} ${classes.lines}`} aria-label={text("sale.lines")}>
      <thead>
        <tr>
          <th>{text("sale.part")}</th>
          <th>{text("part.inStock")}</th>
          <th>{text("part.quantity")}</th>
          <th>{text("sale.price")}</th>
          <th>{text("part.vat")}</th>
          <th className={table.number}>{text("sale.net")}</th>
          <th>
            <span className="visually-hidden">{text("sale.remove")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <Line
            key={line.key}
            line={line}
            sum={sum?.lines[at]}
            readOnly={readOnly}
            onPut={(change) => put(line.key, change)}
            onRemove={() => {
              onChange(lines.filter((one) => one.key !== line.key));
              onDone();
            }}
            onDone={onDone}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  line: TypedLine;
  sum: SaleLineSum | undefined;
  readOnly: boolean;
  onPut: (change: Partial<TypedLine>) => void;
  onRemove: () => void;
  onDone: () => void;
}

function Line({ line, sum, readOnly, onPut, onRemove, onDone }: LineProps) {
  const field = {
    disabled: readOnly,
    autoComplete: "off",
    inputMode: "decimal" as const,
    onFocus: (event: React.FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onDone();
    },
  };
  const of = (what: string) => text("sale.fieldOf", { what, number: line.number });
  return (
    <tr>
      <td>
        <div className={classes.what}>
          <b>{line.number}</b>
          <span title={line.description}>{line.description}</span>
        </div>
      </td>
      <td>
        <div className={classes.what}>
          {sum?.gone ? (
            <StatusMark mark="bad" words={text("part.notSold")} />
          ) : (
            <span>
              {text(sum?.location ? "sale.stockAt" : "sale.stock", {
                stock: sum?.in_stock_text ?? "",
                location: sum?.location ?? "",
              })}
            </span>
          )}
          {sum?.would_leave && (
            <StatusMark mark="bad" words={text("sale.wouldLeave", { stock: sum.would_leave })} />
          )}
        </div>
      </td>
      <td>
        <TextInput
          {...field}
          className={classes.short}
          aria-label={of(text("part.quantity"))}
          error={sum?.quantity_problem}
          value={line.quantity}
          onChange={(event) => onPut({ quantity: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          {...field}
          className={classes.money}
          aria-label={of(text("sale.price"))}
          leftSection="£"
          error={sum?.price_problem}
          value={line.price}
          onChange={(event) => onPut({ price: event.currentTarget.value })}
        />
      </td>
      <td>
        <NativeSelect
          className={classes.rate}
          disabled={readOnly}
          aria-label={of(text("part.vat"))}
          title={VAT_RATES[line.vatRate]}
          data={vatChoices.map(({ value, label }) => ({ value, label: shortRate(label) }))}
          value={line.vatRate}
          onChange={(event) => onPut({ vatRate: event.currentTarget.value as VatRate })}
        />
      </td>
      <td className={table.number}>{sum?.net_text}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={readOnly}
          aria-label={of(text("sale.remove"))}
          title={text("sale.remove")}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      </td>
    </tr>
  );
}
