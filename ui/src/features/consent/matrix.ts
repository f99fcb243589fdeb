import type {
  ConsentCell,
  ConsentForm,
  ConsentView,
  PartyView,
  Purpose,
} from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";
import { tickWord } from "./words";

/** What the matrix shows: a contact's panel, or what a new contact starts from. */
export type MatrixView = Pick<ConsentView, "rows" | "parties" | "purposes_shown" | "excluded">;

/** An answer: yes, no, or none. */
export type Answer = boolean | null;

/** A column: a kind of message for us, everything for each further party. */
export interface Column {
  key: string;
  party: PartyView;
  /** Which kinds of message an answer in it is about. */
  kinds: readonly Purpose[];
  /** Its heading, and what stands smaller under it. */
  head: string;
  sub: string;
}

/** A place for one answer, about one permission or several. */
export interface Spot {
  /** `Email, Service Follow Up`; for screen readers and tests. */
  label: string;
  cells: readonly ConsentCell[];
  /** A stroke over a whole row or column. */
  whole: boolean;
}

const BOTH: readonly Purpose[] = ["service_followup", "general_marketing"];

/** The columns that the profile shows. `apart`: further parties' kinds of message in columns of their own. */
export function columnsOf(view: MatrixView, apart: boolean): Column[] {
  return view.parties.flatMap((party): Column[] => {
    const split = view.purposes_shown && (apart || party.kind === "us");
    if (!split) {
      return [{ key: party.party, party, kinds: BOTH, head: party.label, sub: subOf(view, party) }];
    }
    return BOTH.map((kind) => ({
      key: `${party.party}/${kind}`,
      party,
      kinds: [kind],
      head: party.label,
      sub: tickWord(kind),
    }));
  });
}

const SUBS: Record<PartyView["kind"], TextKey> = {
  us: "consent.matrixMarketing",
  third_party: "consent.gridThirdParty",
  manufacturer: "consent.gridManufacturer",
};

function subOf({ purposes_shown }: MatrixView, { kind, listed, party }: PartyView): string {
  if (!listed) return text("consent.gridUnlisted");
  // The nameless third party says in its heading what it is.
  if (party === "third_party") return purposes_shown ? text("consent.matrixBoth") : "";
  return text(SUBS[kind]);
}

/** May further parties' kinds of message be shown apart? Where they differ, they are from the beginning. */
export function partiesDiffer(view: MatrixView): boolean {
  const further = columnsOf(view, false).filter(({ kinds }) => kinds.length > 1);
  return (
    view.purposes_shown &&
    further.some((column) =>
      view.rows.some((row) => new Set(under(row, column).map(({ state }) => state)).size > 1),
    )
  );
}

/** The rows of spots as they stand on the screen: channel by channel, and one over all of them. */
export function spotsOf(view: MatrixView, columns: readonly Column[]): Spot[][] {
  const line = (words: string, rows: MatrixView["rows"], whole: boolean): Spot[] => {
    const cells = (column: Column) => rows.flatMap((row) => under(row, column));
    const spots = columns.map((column) => ({
      label: labelOf(words, column),
      cells: cells(column),
      whole,
    }));
    if (columns.length < 2) return spots;
    const label = text("consent.matrixOf", { channel: words, what: text("consent.everything") });
    return [...spots, { label, cells: columns.flatMap(cells), whole: true }];
  };
  const lines = view.rows.map((row) => line(tickWord(row.channel), [row], false));
  if (view.rows.length < 2) return lines;
  return [...lines, line(text("consent.everyChannel"), view.rows, true)];
}

function under(row: MatrixView["rows"][number], { party, kinds }: Column): ConsentCell[] {
  return row.cells.filter((cell) => cell.party === party.party && kinds.includes(cell.purpose));
}

function labelOf(channel: string, { party, kinds, sub }: Column): string {
  const [kind] = kinds;
  const what = kinds.length === 1 && kind ? tickWord(kind) : sub;
  if (party.kind === "us") return text("consent.matrixOf", { channel, what });
  if (kinds.length > 1) return text("consent.matrixOf", { channel: party.label, what: channel });
  return text("consent.cell", { party: party.label, channel, purpose: what });
}

/** The answer that stands in a cell. What is assumed, or ran out, is none that counts. */
export function standing({ state }: ConsentCell, excluded: boolean): Answer {
  if (state === "refused" || state === "withdrawn") return false;
  // What was allowed before an exclusion does not come back with its end.
  return state === "granted" && !excluded ? true : null;
}

/** Where a spot's control stands: an answer, none, or different ones under it. */
export function position(
  { cells }: Spot,
  turned: ConsentForm["cells"],
  excluded: boolean,
): Answer | "differs" {
  const [first, ...others] = cells.map((cell) => turned[cell.subject] ?? standing(cell, excluded));
  if (first === undefined) return null;
  return others.every((other) => other === first) ? first : "differs";
}

/** The cells of a spot that can take this answer. Taking back what was turned is always possible. */
export function takers({ cells }: Spot, value: Answer): readonly ConsentCell[] {
  return cells.filter(
    ({ answers }) =>
      answers === "both" || (answers === "only_no" && value !== true) || value === null,
  );
}

/** What stands in a spot, in words; where its cells differ, kind by kind. */
export function standsWords({ cells }: Spot): string {
  const words = [...new Set(cells.map(wordOf))];
  if (words.length === 1) return words[0] ?? "";
  return cells
    .map((cell) =>
      text("consent.kindStands", { kind: shortKind(cell.purpose), word: wordOf(cell) }),
    )
    .join(", ");
}

/** An answer by its one word; what is none (assumed, ran out) by what it is. */
function wordOf({ shade, answer, words }: Spot["cells"][number]): string {
  return shade === "given" || shade === "refused" ? answer : words;
}

function shortKind(purpose: Purpose): string {
  return text(purpose === "service_followup" ? "consent.service" : "consent.general");
}
