import type {
  Basis,
  Channel,
  ConsentView,
  Purpose,
  TickBox,
  TickName,
  TickParty,
} from "@/bindings/commands";
import { BASES, CHANNELS, PURPOSES } from "@/bindings/constants";
import { plural, text } from "@/lib/texts";

const TICKS: Record<TickName | Purpose, string> = {
  ...CHANNELS,
  ...PURPOSES,
  service: PURPOSES.service_followup,
  general: PURPOSES.general_marketing,
};

/** The words beside a box: a channel, or a kind of message as the trade writes it. */
export function tickWord(tick: TickName | Purpose): string {
  return TICKS[tick];
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

/** On what ground a permission stands; empty when there is none. */
export function groundWord(basis: Basis | null): string {
  return basis === null ? "" : BASES[basis];
}

/** `Put off 2 times.`; empty when it never was. */
export function deferredWords(deferrals: number): string {
  return deferrals === 0 ? "" : plural(deferrals, "consent.deferredOne", "consent.deferred");
}
