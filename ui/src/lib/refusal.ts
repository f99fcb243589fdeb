import type { Code, Refusal as RefusalView } from "@/bindings/commands";
import { CODES } from "@/bindings/constants";

import { text } from "./texts";

const codes: ReadonlySet<string> = new Set<Code>(CODES);

/** A "no" of the dispatcher: a code a screen may act on, words for the counter, and messages per field. */
export class Refusal extends Error {
  readonly code: Code;
  readonly fields: Record<string, string>;
  readonly reference: string | null;

  constructor(view: RefusalView) {
    super(view.message);
    this.name = "Refusal";
    this.code = view.code;
    this.fields = view.fields ?? {};
    this.reference = view.reference ?? null;
  }

  /** Turns whatever a call rejected with into a refusal; what is none becomes `unexpected`. */
  static from(cause: unknown): Refusal {
    if (cause instanceof Refusal) return cause;
    const parsed = typeof cause === "string" ? parse(cause) : cause;
    if (isRefusalView(parsed)) return new Refusal(parsed);
    return new Refusal({
      code: "unexpected",
      message: "Something went wrong inside Forecourt. Nothing was saved.",
      fields: {},
      reference: null,
    });
  }

  /** The whole number in a field, or 0: `wait_seconds` of a wrong password. */
  number(field: string): number {
    const value = Number.parseInt(this.fields[field] ?? "", 10);
    return Number.isFinite(value) ? value : 0;
  }
}

/** The words of a refusal with the reference under which its cause stands in the log, said once. */
export function refusalWords(refusal: Refusal): string {
  const { message, reference } = refusal;
  if (!reference || message.includes(reference)) return message;
  return `${message} ${text("common.reference", { reference })}.`;
}

function parse(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return null;
  }
}

function isRefusalView(value: unknown): value is RefusalView {
  if (typeof value !== "object" || value === null) return false;
  const { code, message } = value as Record<string, unknown>;
  return typeof code === "string" && codes.has(code) && typeof message === "string";
}
