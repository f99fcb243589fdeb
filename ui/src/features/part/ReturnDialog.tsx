import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { InvoiceView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { NotesField } from "@/components/NotesField";
import { notifyDone, notifyHandedOver, notifyRefusal } from "@/components/notify";
import table from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { call, Refusal, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";
import { hundredths, written } from "./sale";

/** Parts that come back (T-09): the invoice by its number, what of it, why, and whether it goes on the shelf. */
export function ReturnDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [number, setNumber] = useState("");
  const [invoice, setInvoice] = useState<InvoiceView | null>(null);
  const [quantities, setQuantities] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const [onShelf, setOnShelf] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const credit = useChange("credit_invoice");
  const print = useChange("print_invoice");

  const find = async () => {
    const rows = await call("find_invoices", { term: number });
    const found = rows.find((row) => row.kind === "parts");
    if (!found) {
      setWrong({ number: text("sale.returnNone") });
      return;
    }
    setInvoice(await call("get_invoice", { id: found.id }));
    setQuantities({});
  };

  const send = async (of: InvoiceView) => {
    const errors: Record<string, string> = {};
    const lines = of.lines.flatMap((line) => {
      const typed = (quantities[line.id] ?? "").trim();
      if (typed === "") return [];
      const quantity = hundredths(typed);
      if (quantity === null) errors[line.id] = text("sale.returnNumberOf");
      else if (quantity > line.left) errors[line.id] = text("sale.returnTooMany");
      if (quantity === null || quantity === 0) return [];
      return [{ line_id: line.id, quantity, back_to_stock: onShelf }];
    });
    if (reason.trim() === "") errors.reason = text("sale.returnReasonNeeded");
    if (lines.length === 0 && Object.keys(errors).length === 0) {
      errors.lines = text("sale.returnNothing");
    }
    setWrong(errors);
    if (Object.keys(errors).length > 0) return;
    const note = await credit.mutateAsync({
      id: of.id,
      seen: of.credited_by.length,
      reason,
      lines,
    });
    notifyDone(text("sale.posted", { number: note.number }), {
      label: text("sale.open"),
      onAct: () => navigate(paths.invoice(note.id)),
    });
    onClose();
    // Posted is posted: a printer that does not answer takes nothing back.
    await print
      .mutateAsync({ id: note.id })
      .then(notifyHandedOver)
      .catch((cause) => notifyRefusal(Refusal.from(cause)));
  };

  const submit = async () => {
    setRefusal(null);
    setWrong({});
    try {
      await (invoice ? send(invoice) : find());
    } catch (cause) {
      const no = Refusal.from(cause);
      setRefusal(no);
      // Somebody credited it meanwhile: what is left of it is shown anew, what was typed stands.
      if (no.code === "conflict" && invoice) {
        const now = await call("get_invoice", { id: invoice.id }).catch(() => null);
        if (now) setInvoice(now);
      }
    }
  };

  return (
    <DialogForm
      opened
      title={text("sale.returnTitle")}
      submitLabel={text(invoice ? "sale.returnPost" : "sale.returnFind")}
      size={620}
      refusal={refusal}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={text("sale.returnNumber")}
        description={text("sale.returnNumberHint")}
        required
        autoComplete="off"
        spellCheck={false}
        error={wrong.number}
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          setInvoice(null);
        }}
      />
      {invoice && (
        <>
          <p className={shared.strong}>
            {text("sale.returnOf", {
              number: invoice.number,
              date: invoice.posted_text,
              name: invoice.name,
            })}
          </p>
          <table className={table.table} aria-label={text("sale.returnWhat")}>
            <thead>
              <tr>
                <th>{text("sale.part")}</th>
                <th className={table.number}>{text("sale.returnSold")}</th>
                <th className={table.number}>{text("sale.returnLeft")}</th>
                <th>{text("sale.returnQuantity")}</th>
              </tr>
            </thead>
            <tbody>
              {invoice.lines.map((line, at) => (
                <tr key={line.id}>
                  <td>
                    <div className={classes.what}>
                      <b>{line.part_number || line.description}</b>
                      {line.part_number && <span>{line.description}</span>}
                    </div>
                  </td>
                  <td className={table.number}>{written(line.quantity)}</td>
                  <td className={table.number}>{written(line.left)}</td>
                  <td>
                    <TextInput
                      className={classes.short}
                      aria-label={text("sale.fieldOf", {
                        what: text("sale.returnQuantity"),
                        number: line.part_number || line.description,
                      })}
                      inputMode="decimal"
                      autoComplete="off"
                      autoFocus={at === 0}
                      disabled={line.left === 0}
                      error={wrong[line.id]}
                      value={quantities[line.id] ?? ""}
                      onChange={(event) => {
                        const { value } = event.currentTarget;
                        setQuantities((was) => ({ ...was, [line.id]: value }));
                      }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {wrong.lines && <p className={shared.error}>{wrong.lines}</p>}
          <NotesField
            label={text("sale.returnReason")}
            required
            minRows={2}
            error={wrong.reason}
            value={reason}
            onChange={setReason}
          />
          <Checkbox
            label={text("sale.returnShelf")}
            description={text("sale.returnShelfHint")}
            checked={onShelf}
            onChange={(event) => setOnShelf(event.currentTarget.checked)}
          />
        </>
      )}
    </DialogForm>
  );
}
