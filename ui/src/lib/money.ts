import { count } from "./format";

// Money is whole pence and a quantity whole hundredths, on screen too: no fraction is ever computed with.

const MINUS = "−";

/** `123456` pence as `£1,234.56`. */
export function pounds(pence: number): string {
  const sign = pence < 0 ? MINUS : "";
  return `${sign}£${count(whole(pence))}.${places(pence)}`;
}

/** `150` hundredths as `1.5`. */
export function quantity(hundredths: number): string {
  const sign = hundredths < 0 ? MINUS : "";
  const part = places(hundredths).replace(/0+$/, "");
  return `${sign}${count(whole(hundredths))}${part ? `.${part}` : ""}`;
}

/** Pence as they stand in a field: `85.00`. */
export function moneyField(pence: number): string {
  return `${pence < 0 ? "-" : ""}${whole(pence)}.${places(pence)}`;
}

/** Hundredths as they stand in a field: `1.5`. */
export function quantityField(hundredths: number): string {
  return quantity(hundredths).replaceAll(",", "").replace(MINUS, "-");
}

/** `£1,200.50`, `85`, `-10` as pence; null for what is no amount. */
export function penceOf(typed: string): number | null {
  return hundredthsOf(typed.trim().replace(/^([-−–]?)£/, "$1"));
}

/** `1.5`, `.25`, `1,200` as hundredths; null for what is no number, or a finer one. */
export function hundredthsOf(typed: string): number | null {
  const parts = /^([-−–]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d{0,2}))?$/.exec(typed.trim());
  if (!parts) return null;
  const [, sign = "", thousands = "", behind = ""] = parts;
  const digits = thousands.replaceAll(",", "");
  // Twelve digits are more than anything costs, and far within what is counted exactly.
  if ((digits === "" && behind === "") || digits.length > 12) return null;
  const value = Number(digits || "0") * 100 + Number(behind.padEnd(2, "0"));
  return sign && value !== 0 ? -value : value;
}

function whole(hundredths: number): number {
  return Math.floor(Math.abs(hundredths) / 100);
}

function places(hundredths: number): string {
  return String(Math.abs(hundredths) % 100).padStart(2, "0");
}

/** `20%` for `Standard 20%`, `Outside` for `Outside VAT`: columns of lines are narrow. */
export function shortRate(label: string): string {
  return /\d+%$/.exec(label)?.[0] ?? label.replace(/ VAT$/, "");
}
