import type {
  Channel,
  ConsentCell,
  ConsentRow,
  ConsentView,
  Light,
  State,
} from "@/bindings/commands";
import type { Mark } from "@/components/StatusMark";
import { plural, type TextKey, text } from "@/lib/texts";
import {
  brandOf,
  type CellChange,
  type Cells,
  cellsOf,
  type Party,
  PURPOSES,
  type Purpose,
  partyOf,
  purposeOf,
} from "./cells";
import type { TickName } from "./ticks";

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

/** A kind of message as the trade writes it. */
export function purposeWord(purpose: Purpose): string {
  return text(purpose === "service" ? "consent.serviceLong" : "consent.generalLong");
}

/** The words beside a box: a channel, or a kind of message. */
export function tickWord(tick: TickName): string {
  return tick === "service" || tick === "general" ? purposeWord(tick) : channelWord(tick);
}

/** The name of a box for screen readers and tests: `Us: Email`. */
export function tickLabel(party: Party, tick: TickName): string {
  return text("consent.tick", { party: partyWord(party), what: tickWord(tick) });
}

/** The name of a column of the full grid: `Us`, or the third party's or brand's own. */
export function partyLabel(view: Pick<Cells, "parties">, party: string): string {
  return view.parties.find((one) => one.party === party)?.label ?? party;
}

/** The name of a cell: `Us, Email, Service Follow Up`. */
export function cellLabel(
  view: Pick<Cells, "parties">,
  { party, channel, purpose }: { party: string; channel: Channel; purpose: Purpose },
): string {
  return text("consent.cell", {
    party: partyLabel(view, party),
    channel: channelWord(channel),
    purpose: purposeWord(purpose),
  });
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

const LIGHTS: Record<Light, Mark> = { green: "good", amber: "caution", red: "bad", grey: "none" };

/** The shape of the record's traffic light; as in the list, assumed is a half disc, expired a hollow diamond. */
export function lightMark({ light, light_text }: Pick<ConsentView, "light" | "light_text">): Mark {
  if (light_text === "Assumed") return "half";
  return light_text === "Expired" ? "lapsed" : LIGHTS[light];
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

/** What several cells say in one mark. */
export interface Said {
  mark: Mark;
  words: string;
  carried: boolean;
  /** Who says what, where a number stands for it. */
  each?: string;
}

function heaviest(cells: readonly ConsentCell[]): ConsentCell | undefined {
  return [...cells].sort((one, other) => WEIGHT[one.state] - WEIGHT[other.state])[0];
}

/** Both kinds of message in one: the one that says most, and which it is when they differ. */
function bothKinds(cells: readonly ConsentCell[]): Said {
  const carried = cells.some((cell) => cell.carried);
  const cell = heaviest(cells);
  if (!cell) return { mark: "none", words: text("consent.neverRecorded"), carried };
  const same = cells.every(({ words }) => words === cell.words);
  const words = same
    ? cell.words
    : text("consent.partly", {
        words: cell.words,
        purpose: text(`consent.${purposeOf(cell)}`),
      });
  return { mark: cellMark(cell), words, carried };
}

/** What a row says for us or for all third parties together: `2 of 3 given` where they differ. */
export function partyState(view: Cells, row: ConsentRow, party: Party): Said {
  const cells = cellsOf(row, party);
  const names = [...new Set(cells.map((cell) => cell.party))];
  const said = names.map((name) => bothKinds(cells.filter((cell) => cell.party === name)));
  const first = said[0];
  if (!first || said.every(({ words }) => words === first.words)) return bothKinds(cells);
  const top = heaviest(cells);
  if (!top) return first;
  const many = names.filter((name) =>
    cells.some((cell) => cell.party === name && cell.state === top.state),
  ).length;
  return {
    mark: cellMark(top),
    words: text("consent.someOf", {
      count: many,
      all: names.length,
      words: text(`consent.state_${top.state}`),
    }),
    carried: said.some((one) => one.carried),
    each: names.map((name, at) => `${partyLabel(view, name)}: ${said[at]?.words ?? ""}`).join("\n"),
  };
}

/** One line of what a save does: `Email: service, general`. */
export interface ChangeLine {
  key: string;
  turn: CellChange["turn"];
  words: string;
}

/** What a save does, in the words of the GDPR tab: a line for each channel, third parties that go together in one. */
export function changeLines(
  view: Cells & Pick<ConsentView, "purposes_shown">,
  changes: readonly CellChange[],
): ChangeLine[] {
  const brands = wholeBrands(view, changes);
  const lines = new Map<string, ChangeLine & { parties: string[]; what: string }>();
  for (const row of view.rows) {
    for (const { party } of view.parties) {
      for (const turn of ["given", "taken", "refused"] as const) {
        const purposes = PURPOSES.filter((purpose) =>
          changes.some(
            (one) =>
              one.party === party &&
              one.channel === row.channel &&
              one.purpose === purpose &&
              one.turn === turn,
          ),
        );
        if (purposes.length === 0 || brands.has(`${party} ${turn}`)) continue;
        const what = whatWords(row.channel, purposes, view.purposes_shown);
        const group = partyOf({ party }) ?? party;
        const key = `${group}/${turn}/${what}`;
        const line = lines.get(key) ?? { key, turn, words: "", parties: [], what };
        line.parties.push(party);
        lines.set(key, line);
      }
    }
  }
  const told = [...lines.values()].map(({ key, turn, parties, what }) => ({
    key,
    turn,
    words: withTurn(turn, withParties(view, parties, what)),
  }));
  const whole = [...brands].map(([key, { turn, brand }]) => ({
    key,
    turn,
    words: text("consent.outcomeManufacturer", { brand }),
  }));
  return [...told, ...whole];
}

/** Brands all of whose cells go the same way: one word tells them (D-09). */
function wholeBrands(view: Cells, changes: readonly CellChange[]) {
  const brands = new Map<string, { turn: CellChange["turn"]; brand: string }>();
  const all = view.rows.length * PURPOSES.length;
  for (const { party } of view.parties) {
    const brand = brandOf({ party });
    const own = changes.filter((one) => one.party === party);
    const turn = own[0]?.turn;
    if (brand && turn && own.length === all && own.every((one) => one.turn === turn)) {
      brands.set(`${party} ${turn}`, { turn, brand });
    }
  }
  return brands;
}

function whatWords(channel: Channel, purposes: readonly Purpose[], apart: boolean): string {
  if (!apart && purposes.length === PURPOSES.length) return channelWord(channel);
  const kinds = purposes.map((purpose) => text(`consent.${purpose}`)).join(", ");
  return text("consent.outcomeLine", { channel: channelWord(channel), purposes: kinds });
}

function withParties(
  view: Pick<Cells, "parties">,
  parties: readonly string[],
  what: string,
): string {
  const first = parties[0];
  if (first === undefined || first === "us") return what;
  const third = view.parties.filter(({ party }) => partyOf({ party }) === "third_party");
  const together =
    partyOf({ party: first }) === "third_party" &&
    third.length > 1 &&
    third.length === parties.length;
  const who = together
    ? text("consent.thirdParty")
    : parties.map((party) => partyLabel(view, party)).join(", ");
  return text("consent.outcomeParty", { party: who, what });
}

function withTurn(turn: CellChange["turn"], words: string): string {
  return turn === "refused" ? text("consent.outcomeRefused", { what: words }) : words;
}

/** `Put off 2 times.`; empty when it never was. */
export function deferredWords(deferrals: number): string {
  return deferrals === 0 ? "" : plural(deferrals, "consent.deferredOne", "consent.deferred");
}
