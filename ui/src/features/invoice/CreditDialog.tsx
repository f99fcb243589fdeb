import { Button, Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { InvoiceLineView, InvoiceView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { NotesField } from "@/components/NotesField";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { hundredthsOf, pounds, quantity, quantityField } from "@/lib/money";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Invoice.module.css";

interface CreditDialogProps {
  invoice: InvoiceView;
  onClose: () => void;
}

/** What of an invoice is credited, and why. It becomes a draft, whose sums are read before it is posted (T-04). */
export function CreditDialog({ invoice, onClose }: CreditDialogProps) {
  const navigate = useNavigate();
  const open = invoice.lines.filter((line) => line.left > 0);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [onShelf, setOnShelf] = useState<ReadonlySet<string>>(
    () => new Set(open.filter((line) => line.part_id).map((line) => line.id)),
  );
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const credit = useChange("credit_invoice", {
    onSuccess: (note) => navigate(paths.invoice(note.id)),
    onError: ({ fields }) => setWrong({ ...fields }),
  });

  const submit = async () => {
    const errors: Record<string, string> = {};
    const lines = open.flatMap((line) => {
      const words = (typed[line.id] ?? "").trim();
      if (words === "") return [];
      const credited = hundredthsOf(words);
      if (credited === null || credited < 0) errors[line.id] = text("invoice.notANumber");
      else if (credited > line.left)
        errors[line.id] = text("invoice.creditLeft", { count: quantity(line.left) });
      return credited
        ? [{ line_id: line.id, quantity: credited, back_to_stock: onShelf.has(line.id) }]
        : [];
    });
    if (lines.length === 0 && Object.keys(errors).length === 0)
      errors.lines = text("invoice.creditNothing");
    if (reason.trim() === "") errors.reason = text("invoice.creditReasonNeeded");
    setWrong(errors);
    if (Object.keys(errors).length > 0) return;
    const { id, credited_by: before } = invoice;
    await credit
      .mutateAsync({ id, seen: before.length, reason, lines, draft: true })
      .catch(() => undefined);
  };

  const all = () =>
    setTyped(Object.fromEntries(open.map((line) => [line.id, quantityField(line.left)])));

  return (
    <DialogForm
      opened
      title={text("invoice.creditTitle", { number: invoice.number })}
      submitLabel={text("invoice.creditDo")}
      size={720}
      busy={credit.isPending}
      refusal={credit.error && Object.keys(credit.error.fields).length === 0 ? credit.error : null}
      onSubmit={submit}
      onClose={onClose}
      aside={
        <Button variant="subtle" onClick={all}>
          {text("invoice.creditAll")}
        </Button>
      }
    >
      <p className={shared.quiet}>{text("invoice.creditWords")}</p>
      <table className={plain.table}>
        <thead>
          <tr>
            <th scope="col">{text("invoice.description")}</th>
            <th scope="col" className={plain.number}>
              {text("invoice.unitPrice")}
            </th>
            <th scope="col">{text("invoice.creditHow")}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((line) => (
            <tr key={line.id}>
              <td className={classes.text}>
                {line.part_number && <span className={classes.part}>{line.part_number} </span>}
                <bdi>{line.description}</bdi>
              </td>
              <td className={plain.number}>{pounds(line.unit_price)}</td>
              <td className={classes.entry}>
                <Credited
                  line={line}
                  value={typed[line.id] ?? ""}
                  error={wrong[line.id]}
                  onType={(value) => setTyped((was) => ({ ...was, [line.id]: value }))}
                />
                {line.part_id && (
                  <Checkbox
                    label={text("invoice.backToShelf")}
                    aria-label={text("invoice.backToShelfOf", { line: line.description })}
                    checked={onShelf.has(line.id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setOnShelf((was) => {
                        const next = new Set(was);
                        if (checked) next.add(line.id);
                        else next.delete(line.id);
                        return next;
                      })
                    }
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong.lines && (
        <p className={shared.error} role="alert">
          {wrong.lines}
        </p>
      )}
      <NotesField
        label={text("invoice.reason")}
        description={text("invoice.creditReasonHint")}
        required
        value={reason}
        error={wrong.reason}
        onChange={setReason}
      />
    </DialogForm>
  );
}

interface CreditedProps {
  line: InvoiceLineView;
  value: string;
  error: string | undefined;
  onType: (value: string) => void;
}

function Credited({ line, value, error, onType }: CreditedProps) {
  return (
    <TextInput
      aria-label={text("invoice.creditQuantity", { line: line.description })}
      description={text("invoice.creditLeft", { count: quantity(line.left) })}
      inputWrapperOrder={["input", "description", "error"]}
      inputMode="decimal"
      value={value}
      error={error}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
