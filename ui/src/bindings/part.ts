// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { InvoiceId, Money, Movement, PartId, Quantity, VatRate } from "./shared";

/** Corrects the stock to what was counted, and says why. */
export type CountPart = { id: PartId,
/** What the screen said there was when somebody counted: what was sold or received since would be lost. */
seen: Quantity,
/** What there is, as typed. */
counted: string,
/** Why it differs from what was written. */
reason: string,
/** A name the form gave itself when it was opened: sent again, nothing is corrected twice. */
request?: string, };

/** Adds a part to the shelf. */
export type CreatePart = { part: PartDraft,
/** What lies there already, as typed; empty for nothing. */
in_stock: string,
/** A name the form gave itself when it was opened: sent again, it gets the part that it made the first time. */
request?: string, };

/** Exports the list as it stands on the screen. */
export type ExportParts = PartFilter;

/** Looks for parts that are still sold, by the beginning of their number and of words of their description. */
export type FindParts = { term: string,
/** How many, at most 50. */
limit?: number, };

/** A part that was found. */
export type FoundPart = {
/** Is what was typed its whole number? Then Enter means this one. */
exact: boolean, id: PartId, number: string, description: string,
/** Shelf or bin. */
location: string,
/** For one, without VAT, in pence. */
unit_price: Money,
/** `£64.50`. */
unit_price_text: string, vat_rate: VatRate,
/** `Standard 20%`. */
vat_label: string, in_stock: Quantity,
/** `4`, `−1`. */
in_stock_text: string,
/** The level; empty for none. */
low_stock_text: string, is_low: boolean,
/** Is it still sold? */
active: boolean,
/** `Low`, `Below zero`, `No longer sold`; empty for what needs no word. */
status: string, };

/** Shows one part. */
export type GetPart = { id: PartId, };

/** Asks for a page. */
export type ListPartMovements = { id: PartId,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Asks for a page. */
export type ListParts = {
/** Only those whose number begins so, or whose description has words that do; in the order in which they are found. */
search?: string,
/** The order of the others. */
sort?: PartSort,
/** Only those of which little is left. */
low?: boolean,
/** Those that are sold no more, too. */
all?: boolean,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** One movement. */
export type MovementView = {
/** Its number. */
id: string,
/** When, at the dealership. */
local: string,
/** Absent for a kind of a later version. */
kind: Movement | null,
/** `Received`, `Sold`. */
words: string,
/** `+4`, `−1`, `0`. */
quantity_text: string,
/** What was left: `3`. */
stock_after: Quantity, stock_after_text: string,
/** The invoice or credit note that moved it. */
invoice_id: InvoiceId | null,
/** Its number. */
invoice_number: string | null,
/** Why, where somebody counted. */
reason: string,
/** Who. */
by: string, };

/** The fields of a part that staff edit, as typed. */
export type PartDraft = { number: string, description: string,
/** Shelf or bin. */
location: string,
/** For one, without VAT: `64.50`. */
unit_price: string, vat_rate: VatRate,
/** At or below it the part is low; empty for no level. */
low_stock: string,
/** Is it still sold? */
active: boolean, };

/** Which parts, and in which order. */
export type PartFilter = {
/** Only those whose number begins so, or whose description has words that do; in the order in which they are found. */
search?: string,
/** The order of the others. */
sort?: PartSort,
/** Only those of which little is left. */
low?: boolean,
/** Those that are sold no more, too. */
all?: boolean, };

/** A part as a line of the list. */
export type PartLine = { id: PartId, number: string, description: string,
/** Shelf or bin. */
location: string,
/** For one, without VAT, in pence. */
unit_price: Money,
/** `£64.50`. */
unit_price_text: string, vat_rate: VatRate,
/** `Standard 20%`. */
vat_label: string, in_stock: Quantity,
/** `4`, `−1`. */
in_stock_text: string,
/** The level; empty for none. */
low_stock_text: string, is_low: boolean,
/** Is it still sold? */
active: boolean,
/** `Low`, `Below zero`, `No longer sold`; empty for what needs no word. */
status: string, };

/** By what the shelf is put in order. */
export type PartSort = "number" | "description";

/** One part. */
export type PartView = { id: PartId,
/** Counts changes of its details; an editor sends back the one it saw. */
version: number, number: string, description: string,
/** Shelf or bin. */
location: string,
/** For one, without VAT, in pence. */
unit_price: Money,
/** `£64.50`. */
unit_price_text: string, vat_rate: VatRate,
/** `Standard 20%`. */
vat_label: string, in_stock: Quantity,
/** `4`, `−1`. */
in_stock_text: string,
/** At or below it the part is low; 0 for no level. */
low_stock: Quantity,
/** `2`; empty for no level. */
low_stock_text: string, is_low: boolean,
/** Is it still sold? */
active: boolean,
/** When its details changed last, at the dealership. */
changed_at: string,
/** Who changed them. */
changed_by: string, };

/** Prints the list as it stands on the screen. */
export type PrintParts = PartFilter;

/** Puts on the shelf what came in. */
export type ReceivePart = { id: PartId,
/** How much, as typed. */
quantity: string,
/** A name the form gave itself when it was opened: sent again, nothing is received twice. */
request?: string, };

/** A line of the counter as typed. */
export type SaleLine = { part_id: PartId,
/** `1.5`. */
quantity: string,
/** For one, without VAT: `64.50`. */
unit_price: string, vat_rate: VatRate, };

/** What a line comes to. */
export type SaleLineSum = {
/** As it was read; absent where it cannot be. */
quantity: Quantity | null,
/** As it was read, in pence; absent where it cannot be. */
unit_price: Money | null,
/** What is wrong with the quantity. */
quantity_problem: string | null,
/** What is wrong with the price. */
price_problem: string | null,
/** Without VAT: `£129.00`; empty where it cannot be worked out. */
net_text: string,
/** What there is now: `4`. */
in_stock_text: string,
/** Shelf or bin. */
location: string,
/** What all lines of this part together would leave, where that is less than nothing: `−1`. */
would_leave: string | null,
/** Is the part sold no more, or gone? */
gone: boolean, };

/** What would be less than nothing. */
export type SaleShort = { number: string, description: string,
/** `1`. */
in_stock_text: string,
/** `−1`. */
would_leave: string, };

/** What a sale comes to. */
export type SaleSum = { lines: Array<SaleLineSum>, rates: Array<SaleVat>,
/** Without VAT, VAT and both together; empty where a line cannot be read. */
net_text: string, vat_text: string, total_text: string,
/** What is wrong with the lines together. */
problem: string | null, short: Array<SaleShort>,
/** Can it be posted? */
ready: boolean, };

/** The VAT of one rate. */
export type SaleVat = {
/** `Standard 20%`. */
label: string,
/** `£129.00`. */
net_text: string,
/** `£25.80`. */
vat_text: string, };

/** Works out a sale. Nothing is written. */
export type SumPartsSale = { lines: Array<SaleLine>, };

/** Saves an edited part, unless somebody else saved it meanwhile. */
export type UpdatePart = { id: PartId,
/** The version that was edited. */
version: number,
/** All its fields. */
part: PartDraft, };
