import type {
  Channel,
  ConsentView,
  Purpose,
  TickBox,
  TickName,
  TickParty,
} from "@/bindings/commands";
import { plural, type TextKey, text } from "@/lib/texts";

const TICK_WORDS: Record<TickName | Purpose, TextKey> = {
  email: "consent.email",
  sms: "consent.sms",
  post: "consent.post",
  phone: "consent.phone",
  social: "consent.social",
  service: "consent.serviceLong",
  general: "consent.generalLong",
  service_followup: "consent.serviceLong",
  general_marketing: "consent.generalLong",
};

/** The words beside a box: a channel, or a kind of message as the trade writes it. */
export function tickWord(tick: TickName | Purpose): string {
  return text(TICK_WORDS[tick]);
}

export function partyWord(party: TickParty): string {
  return text(party === "us" ? "consent.us" : "consent.thirdParty");
}

/** The name of a box for screen readers and tests: `Us: Email`. */
export function tickLabel({ party, tick }: TickBox): string {
  return text("consent.tick", { party: partyWord(party), what: tickWord(tick) });
}

/** The name of a cell: `Us, Email, Service Follow Up`. */
export function cellLabel(
  { parties }: Pick<ConsentView, "parties">,
  { party, channel, purpose }: { party: string; channel: Channel; purpose: Purpose },
): string {
  return text("consent.cell", {
    party: parties.find((one) => one.party === party)?.label ?? party,
    channel: tickWord(channel),
    purpose: tickWord(purpose),
  });
}

const GROUNDS: Record<string, TextKey> = {
  consent: "consent.basis_consent",
  soft_opt_in: "consent.basis_soft_opt_in",
  legitimate_interest: "consent.basis_legitimate_interest",
  contract: "consent.basis_contract",
  migrated: "consent.basis_migrated",
};

/** On what ground a permission stands; empty when there is none. */
export function groundWord(basis: string | null): string {
  const key = basis === null ? undefined : GROUNDS[basis];
  return key ? text(key) : (basis ?? "");
}

/** `Put off 2 times.`; empty when it never was. */
export function deferredWords(deferrals: number): string {
  return deferrals === 0 ? "" : plural(deferrals, "consent.deferredOne", "consent.deferred");
}
