import type { Channel, ConsentCell, ConsentRow, ConsentView } from "@/bindings/commands";
import {
  afterExclusion,
  brandOf,
  bySubject,
  type CellChange,
  CHANNELS,
  cellsOf,
  changesOf,
  isDenied,
  isGiven,
  PARTIES,
  partyOf,
  purposeOf,
  stands,
  unlisted,
} from "./cells";
import {
  type Brands,
  brandsOf,
  brandsToSend,
  differences,
  type Ticks,
  ticksOf,
  ticksToSend,
  wishesOf,
  withTick,
} from "./ticks";

/** Everything that was turned in the dialog. */
export interface Turned {
  ticks: Ticks;
  brands: Brands;
  /** Cells set one by one in the full grid: yes or no. */
  cells: Record<string, boolean>;
  excluded: boolean;
}

/** What a dialog goes by: the panel it was opened from, or the one that a conflict brought. */
export interface Base {
  view: ConsentView;
  /** The boxes as they stand. */
  ticks: Ticks;
  brands: Brands;
  /** What somebody said no to while the dialog was open: it takes a new note to be given. */
  taken: ReadonlySet<string>;
  /** Of these, what the boxes leave alone until it is given again on purpose. */
  held: ReadonlySet<string>;
  /** What had been given here and did not survive the other's save. */
  lost: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** A dialog freshly opened. */
export function baseOf(view: ConsentView): Base {
  return {
    view,
    ticks: ticksOf(view),
    brands: brandsOf(view),
    taken: NONE,
    held: NONE,
    lost: NONE,
  };
}

/** The dialog as it was opened: everything as it stands. */
export function untouched(base: Base): Turned {
  const { ticks, brands, view } = base;
  return { ticks, brands, cells: {}, excluded: view.excluded };
}

/** What a save is made of. */
export interface Saving {
  us: Ticks["us"];
  third_party: Ticks["third_party"];
  manufacturer: Record<string, boolean>;
  cells: Record<string, boolean>;
  /** Cell by cell what it does. */
  changes: CellChange[];
  /** What the boxes would give, were it not held back. */
  heldBack: string[];
}

/** What saving would do, and what is sent for it. Only cells that were touched are sent. */
export function savingOf(base: Base, turned: Turned): Saving {
  const rows = asked(base);
  const view = { ...base.view, rows };
  const { ticks, brands, cells } = turned.excluded ? untouched(base) : turned;
  const manufacturer = brandsToSend(base.brands, brands);
  const sent = ticksToSend(view, base.ticks, ticks);
  const wishes = wishesOf(view, { sent, brands: manufacturer, cells });
  const heldBack = [...base.held].filter(
    (subject) => cells[subject] === undefined && wishes.get(subject) === "grant",
  );
  // A no to what is denied already moves nothing, and keeps the boxes from giving it.
  const holding = Object.fromEntries(heldBack.map((subject) => [subject, false]));
  for (const subject of heldBack) wishes.set(subject, "refuse");
  return {
    us: sent.us,
    third_party: sent.third_party,
    manufacturer,
    cells: { ...cells, ...holding },
    changes: changesOf(rows, wishes),
    heldBack,
  };
}

/** The cells that a save is about: once an exclusion is lifted, what stood before it counts no more. */
function asked({ view }: Base): ConsentRow[] {
  return view.excluded ? afterExclusion(view.rows) : view.rows;
}

/** What can be given again singly, in the order of the screen. */
export function offersOf(base: Base, turned: Turned, heldBack: readonly string[]): string[] {
  const open = new Set([...heldBack, ...base.lost]);
  return [...bySubject(base.view.rows).keys()].filter(
    (subject) => open.has(subject) && turned.cells[subject] === undefined,
  );
}

/**
 * Somebody else saved while the dialog was open. What was turned here and nobody else
 * touched stays turned. What anybody took back stays taken back, mine and theirs. What was given
 * here and somebody said no to is left out, to be given again singly and with a note. Nothing is
 * widened by what somebody else ticked.
 */
export function merge(
  before: Base,
  mine: Turned,
  fresh: ConsentView,
): { base: Base; turned: Turned } {
  const changes = savingOf(before, mine).changes;
  // A yes set on a cell that stood given moves nothing, and is meant all the same.
  const own = Object.keys(mine.cells).filter((subject) => mine.cells[subject]);
  const meant = new Set([...givenBy(changes), ...own]);
  const taken = takenMeanwhile(before, fresh);
  const base: Base = { ...baseOf(fresh), taken, held: taken };
  const excluded = mine.excluded === before.view.excluded ? fresh.excluded : mine.excluded;
  const turned: Turned = { ...untouched(base), excluded };
  const swept = fresh.excluded && !before.view.excluded && !mine.excluded;
  if (!swept) {
    turned.ticks = mergeTicks(before, mine, base);
    turned.brands = mergeBrands(before, mine, base);
    turned.cells = mergeCells(mine.cells, base);
    narrow(turned, base, changes, meant);
  }
  const still = new Set(givenBy(savingOf(base, turned).changes));
  const cells = bySubject(fresh.rows);
  base.lost = new Set(
    [...before.lost, ...meant].filter((subject) => {
      const cell = cells.get(subject);
      return cell && !still.has(subject) && (fresh.excluded || !isGiven(cell));
    }),
  );
  return { base, turned };
}

function givenBy(changes: readonly CellChange[]): string[] {
  return changes.filter(({ turn }) => turn === "given").map(({ subject }) => subject);
}

/**
 * With what somebody else ticked meanwhile, the boxes turned here may reach further than was meant.
 * Then what was meant is set cell by cell, and the boxes of that party stand as they are.
 */
function narrow(
  turned: Turned,
  base: Base,
  changes: readonly CellChange[],
  meant: ReadonlySet<string>,
): void {
  const wider = savingOf(base, turned).changes.filter(
    ({ turn, subject }) => turn === "given" && !meant.has(subject),
  );
  const now = bySubject(asked(base));
  for (const party of PARTIES.filter((one) => wider.some((change) => partyOf(change) === one))) {
    const cells = changes
      .filter((change) => partyOf(change) === party)
      .filter(({ subject, turn }) => turn === "given" || stands(now.get(subject)?.state ?? "unset"))
      .map(({ subject, turn }) => [subject, turn === "given"] as const);
    turned.ticks = { ...turned.ticks, [party]: base.ticks[party] };
    turned.cells = { ...turned.cells, ...mergeCells(Object.fromEntries(cells), base) };
  }
}

/** Cells that are denied now and were not when the dialog was opened. */
function takenMeanwhile(before: Base, fresh: ConsentView): Set<string> {
  const were = bySubject(before.view.rows);
  const taken = [...bySubject(fresh.rows)].filter(
    ([subject, { state }]) =>
      isDenied(state) && (before.taken.has(subject) || were.get(subject)?.state !== state),
  );
  return new Set(taken.map(([subject]) => subject));
}

function mergeTicks(before: Base, mine: Turned, base: Base): Ticks {
  let ticks = base.ticks;
  for (const ref of differences(before.ticks, mine.ticks)) {
    const value = mine.ticks[ref.party][ref.tick];
    const [was, is] = [before.ticks[ref.party][ref.tick], base.ticks[ref.party][ref.tick]];
    // Both turned it: a no wins over a yes.
    const theirNo = is === false && is !== was;
    if (value === false || !theirNo) ticks = withTick(ticks, ref, value);
  }
  return withoutEmptied(ticks, base);
}

/** A channel's box that can give nothing but what was taken back meanwhile stands as it is. */
function withoutEmptied(merged: Ticks, base: Base): Ticks {
  let ticks = merged;
  const gone = unlisted(base.view);
  for (const party of PARTIES) {
    for (const tick of CHANNELS) {
      const row = base.view.rows.find(({ channel }) => channel === tick);
      if (!row || ticks[party][tick] !== true || base.ticks[party][tick] === true) continue;
      const gives = cellsOf(row, party).filter(
        (cell) =>
          !gone.has(cell.party) && ticks[party][purposeOf(cell)] !== false && !isGiven(cell),
      );
      if (gives.length > 0 && gives.every(({ subject }) => base.taken.has(subject))) {
        ticks = withTick(ticks, { party, tick }, base.ticks[party][tick]);
      }
    }
  }
  return ticks;
}

function mergeBrands(before: Base, mine: Turned, base: Base): Brands {
  const merged = { ...base.brands };
  for (const [brand, on] of Object.entries(brandsToSend(before.brands, mine.brands))) {
    if (!(brand in merged)) continue;
    const cells = base.view.rows.flatMap((row) =>
      row.cells.filter((cell) => brandOf(cell) === brand && !isGiven(cell)),
    );
    const emptied = cells.length > 0 && cells.every(({ subject }) => base.taken.has(subject));
    if (!on || !emptied) merged[brand] = on;
  }
  return merged;
}

function mergeCells(mine: Record<string, boolean>, base: Base): Record<string, boolean> {
  const now = bySubject(asked(base));
  return Object.fromEntries(
    Object.entries(mine).filter(([subject, yes]) => {
      const cell = now.get(subject);
      if (!cell) return false;
      // A no stays, also to keep the boxes from giving it. A yes may stand already, or be denied.
      const open = !isGiven(cell) || cell.state === "expired";
      return !yes || (!base.taken.has(subject) && open);
    }),
  );
}

/** Gives one cell again that somebody took back meanwhile. */
export function giveAgain(turned: Turned, subject: string): Turned {
  return { ...turned, cells: { ...turned.cells, [subject]: true } };
}

/** Ticking a channel or a brand by hand is on purpose: what was held back of it is given with it. */
export function released(
  base: Base,
  belongs: (cell: ConsentCell, channel: Channel) => boolean,
): Base {
  const freed = new Set(
    base.view.rows.flatMap((row) =>
      row.cells.filter((cell) => belongs(cell, row.channel)).map(({ subject }) => subject),
    ),
  );
  return { ...base, held: new Set([...base.held].filter((subject) => !freed.has(subject))) };
}
