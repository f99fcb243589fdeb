import type { Channel, ConsentCell, ConsentRow, ConsentView, State } from "@/bindings/commands";

/** The five channels in the order of the panel and of the printed form (N-03). */
export const CHANNELS: readonly Channel[] = ["email", "sms", "post", "phone", "social"];
/** The two kinds of message (N-04). */
export const PURPOSES = ["service", "general"] as const;
/** The two parties of the compact view (N-02); the manufacturer has its own tick per brand. */
export const PARTIES = ["us", "third_party"] as const;

export type Purpose = (typeof PURPOSES)[number];
/** A party of the ticks: `third_party` stands for all third parties at once. */
export type Party = (typeof PARTIES)[number];

/** What is needed of a panel to tell whose cells are whose. */
export type Cells = Pick<ConsentView, "rows" | "parties">;

/** The kind of message a cell is about, in the words of the compact view. */
export function purposeOf(cell: Pick<ConsentCell, "purpose">): Purpose {
  return cell.purpose === "service_followup" ? "service" : "general";
}

/** Under which party's ticks a cell falls; null for a manufacturer. */
export function partyOf({ party }: Pick<ConsentCell, "party">): Party | null {
  if (party === "us") return "us";
  return party === "third_party" || party.startsWith("third_party:") ? "third_party" : null;
}

const MANUFACTURER = "manufacturer:";

/** Whose manufacturer a cell is about; null for everybody else. */
export function brandOf({ party }: Pick<ConsentCell, "party">): string | null {
  return party.startsWith(MANUFACTURER) ? party.slice(MANUFACTURER.length) : null;
}

/** Third parties that Settings no longer name: theirs can only be taken away. */
export function unlisted(view: Pick<Cells, "parties">): Set<string> {
  return new Set(view.parties.filter(({ listed }) => !listed).map(({ party }) => party));
}

/** The cells of a row that a party's ticks are about: several for third parties that are named. */
export function cellsOf(row: ConsentRow, party: Party, purpose?: Purpose): ConsentCell[] {
  return row.cells.filter(
    (cell) => partyOf(cell) === party && (purpose === undefined || purposeOf(cell) === purpose),
  );
}

/** Permission that stands, however it came about and even if it ran out. */
export function stands(state: State): boolean {
  return state === "granted" || state === "assumed" || state === "expired";
}

/** No, said or taken back. */
export function isDenied(state: State): boolean {
  return state === "refused" || state === "withdrawn";
}

/** Recorded consent, even if it ran out: giving it once more moves nothing, re-confirming renews it. */
export function isGiven({ state, basis }: Pick<ConsentCell, "state" | "basis">): boolean {
  if (state !== "expired") return state === "granted";
  return basis !== "soft_opt_in" && basis !== "legitimate_interest";
}

/** The cells as they stand once an exclusion is removed: what was allowed before it is not asked again (D-08, A-06). */
export function afterExclusion(rows: readonly ConsentRow[]): ConsentRow[] {
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      stands(cell.state) ? { ...cell, state: "unset", words: "Not asked" } : cell,
    ),
  }));
}

/** Every cell by its subject. */
export function bySubject(rows: readonly ConsentRow[]): Map<string, ConsentCell> {
  return new Map(rows.flatMap((row) => row.cells.map((cell) => [cell.subject, cell])));
}

/** What is wished for a cell: the customer agrees, agrees once more to what ran out, permission is taken off, or the customer says no (renewing and refusing: the full grid only). */
export type Wish = "grant" | "renew" | "clear" | "refuse";

/** What a save does to one cell. */
export interface CellChange {
  subject: string;
  party: string;
  channel: Channel;
  purpose: Purpose;
  turn: "given" | "taken" | "refused";
}

/** What wishes do to the cells as they stand, cell by cell in the order of the screen. */
export function changesOf(
  rows: readonly ConsentRow[],
  wishes: ReadonlyMap<string, Wish>,
): CellChange[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell): CellChange[] => {
      const turn = turnOf(cell, wishes.get(cell.subject));
      if (!turn) return [];
      const { subject, party } = cell;
      return [{ subject, party, channel: row.channel, purpose: purposeOf(cell), turn }];
    }),
  );
}

function turnOf(cell: ConsentCell, wish: Wish | undefined): CellChange["turn"] | null {
  if (wish === undefined) return null;
  if (wish === "renew") return "given";
  if (wish === "grant") return isGiven(cell) ? null : "given";
  if (stands(cell.state)) return "taken";
  return wish === "refuse" && cell.state === "unset" ? "refused" : null;
}
