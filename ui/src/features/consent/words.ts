import type { Channel, ConsentCell, ConsentRow, State } from "@/bindings/commands";
import type { Mark } from "@/components/StatusMark";
import { type TextKey, text } from "@/lib/texts";
import { type CellChange, cellOf, type Party, type Purpose, type TickName } from "./ticks";

const CHANNEL_WORDS: Record<Channel, TextKey> = {
  email: "consent.email",
  sms: "consent.sms",
  post: "consent.post",
  phone: "consent.phone",
  social: "consent.social",
};

export function channelWord(channel: Channel): string {
  return text(CHANNEL_WORDS[channel]);
}

export function partyWord(party: Party): string {
  return text(party === "us" ? "consent.us" : "consent.thirdParty");
}

/** The words beside a box: a channel, or a kind of message as the trade writes it. */
export function tickWord(tick: TickName): string {
  if (tick === "service") return text("consent.serviceLong");
  if (tick === "general") return text("consent.generalLong");
  return channelWord(tick);
}

/** The name of a box for screen readers and tests: `Us: Email`. */
export function tickLabel(party: Party, tick: TickName): string {
  return text("consent.tick", { party: partyWord(party), what: tickWord(tick) });
}

const MARKS: Record<State, Mark> = {
  unset: "none",
  assumed: "half",
  granted: "good",
  expired: "lapsed",
  refused: "bad",
  withdrawn: "bad",
};

/** How a cell looks; consent that runs out soon is a diamond. */
export function cellMark(cell: Pick<ConsentCell, "state" | "words">): Mark {
  return cell.words === "Expiring" ? "caution" : MARKS[cell.state];
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

const WEIGHT: Record<State, number> = {
  granted: 0,
  expired: 1,
  assumed: 2,
  withdrawn: 3,
  refused: 4,
  unset: 5,
};

/** Both kinds of message of one party in one mark: the one that says most, and which it is when they differ. */
export function partyState(row: ConsentRow, party: Party): { mark: Mark; words: string } {
  const [service, general] = [cellOf(row, party, "service"), cellOf(row, party, "general")];
  const only = service ?? general;
  if (!service || !general || service.words === general.words) {
    return only
      ? { mark: cellMark(only), words: only.words }
      : { mark: "none", words: text("consent.neverRecorded") };
  }
  const serviceSays = WEIGHT[service.state] <= WEIGHT[general.state];
  const cell = serviceSays ? service : general;
  const purpose: Purpose = serviceSays ? "service" : "general";
  return {
    mark: cellMark(cell),
    words: text("consent.partly", { words: cell.words, purpose: text(`consent.${purpose}`) }),
  };
}

/** `+ Email: service, general` without its sign. */
export function changeWords(change: CellChange): string {
  const channel = channelWord(change.channel);
  const purposes = change.purposes.map((purpose) => text(`consent.${purpose}`)).join(", ");
  return change.party === "us"
    ? text("consent.outcomeLine", { channel, purposes })
    : text("consent.outcomeParty", { party: partyWord(change.party), channel, purposes });
}
