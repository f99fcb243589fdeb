import type {
  Channel,
  Ticks as CompactTicks,
  ConsentCell,
  ConsentRow,
  ConsentView,
  State,
} from "@/bindings/commands";

/** The five channels in the order of the panel and of the printed form (N-03). */
export const CHANNELS: readonly Channel[] = ["email", "sms", "post", "phone", "social"];
/** The two kinds of message (N-04). */
export const PURPOSES = ["service", "general"] as const;
/** The two parties of the compact view (N-02); the manufacturer has its own tick per brand. */
export const PARTIES = ["us", "third_party"] as const;

export type Purpose = (typeof PURPOSES)[number];
export type Party = (typeof PARTIES)[number];
export type TickName = Channel | Purpose;
const TICK_NAMES: readonly TickName[] = [...CHANNELS, ...PURPOSES];

/** A box: ticked, not ticked, or a grey tick over what is merely assumed, which leaves it so (D-02). */
export type Tick = boolean | null;
/** Everything that can be ticked in the compact view: seven boxes for each party. */
export type Ticks = Record<Party, CompactTicks>;

/** One box: whose, and which. */
export interface TickRef {
  party: Party;
  tick: TickName;
}

const NO_TICKS: CompactTicks = {
  email: false,
  sms: false,
  post: false,
  phone: false,
  social: false,
  service: false,
  general: false,
};

const LEAVE: CompactTicks = {
  email: null,
  sms: null,
  post: null,
  phone: null,
  social: null,
  service: null,
  general: null,
};

/** Nothing ticked for anybody: how the contact-preferences pop-up opens (N-01). */
export function noTicks(): Ticks {
  return { us: { ...NO_TICKS }, third_party: { ...NO_TICKS } };
}

/** The boxes as the contact's permissions stand now. */
export function ticksOf(view: Pick<ConsentView, "compact">): Ticks {
  const party = (name: Party): CompactTicks => ({
    ...view.compact[name].channels,
    service: view.compact[name].service,
    general: view.compact[name].general,
  });
  return { us: party("us"), third_party: party("third_party") };
}

export function withTick(ticks: Ticks, { party, tick }: TickRef, value: Tick): Ticks {
  return { ...ticks, [party]: { ...ticks[party], [tick]: value } };
}

/** The boxes that stand differently, in the order of the screen. */
export function differences(before: Ticks, after: Ticks): TickRef[] {
  return PARTIES.flatMap((party) =>
    TICK_NAMES.filter((tick) => before[party][tick] !== after[party][tick]).map((tick) => ({
      party,
      tick,
    })),
  );
}

export function sameTicks(one: Ticks, other: Ticks): boolean {
  return differences(one, other).length === 0;
}

/**
 * The boxes as they are sent: `null` for what nobody touched, which leaves it as it stands.
 * Permissions can be finer than the boxes show, and sending every box would widen them, or ask for
 * what only the customer can give again. A kind of message that was newly ticked does reach the
 * channels that are ticked already.
 */
export function ticksToSend(rows: readonly ConsentRow[], opened: Ticks, now: Ticks): Ticks {
  const send = (party: Party): CompactTicks => {
    const [was, is] = [opened[party], now[party]];
    if (TICK_NAMES.every((name) => was[name] === is[name])) return { ...LEAVE };
    const sent = { ...is };
    const kindAdded = PURPOSES.some((name) => is[name] === true && was[name] !== true);
    for (const channel of CHANNELS) {
      const reached = kindAdded && !lockedByCustomer(rows, { party, tick: channel }, is);
      if (is[channel] === was[channel] && !reached) sent[channel] = null;
    }
    return sent;
  };
  return { us: send("us"), third_party: send("third_party") };
}

/** The kind of message a cell is about, in the words of the compact view. */
export function purposeOf(cell: Pick<ConsentCell, "purpose">): Purpose {
  return cell.purpose.startsWith("service") ? "service" : "general";
}

/** Whose permission a cell is; null for a manufacturer. */
export function partyOf(cell: Pick<ConsentCell, "party">): Party | null {
  if (cell.party === "us") return "us";
  return cell.party.startsWith("third_party") ? "third_party" : null;
}

export function cellOf(row: ConsentRow, party: Party, purpose: Purpose): ConsentCell | undefined {
  return row.cells.find((cell) => partyOf(cell) === party && purposeOf(cell) === purpose);
}

/** Permission that stands, however it came about and even if it ran out. */
function stands(state: State): boolean {
  return state === "granted" || state === "assumed" || state === "expired";
}

/** What two boxes ask of one cell: `true` give, `false` take away, `null` leave it (N-04, A-21). */
function asked(ticks: CompactTicks, channel: Channel, purpose: Purpose, state: State): Tick {
  const [one, two] = [ticks[channel], ticks[purpose]];
  if (one === false || two === false) return false;
  if (one && two) return true;
  return one && stands(state) ? true : null;
}

/** One line of what a save would do: these kinds of message on this channel, given or taken away. */
export interface CellChange {
  party: Party;
  channel: Channel;
  purposes: Purpose[];
  on: boolean;
}

/**
 * What sending these boxes would give and take back, told from the cells rather than from the
 * boxes, so that nothing is widened unseen.
 */
export function cellChanges(rows: readonly ConsentRow[], sent: Ticks): CellChange[] {
  const changes: CellChange[] = [];
  for (const party of PARTIES) {
    for (const row of rows) {
      const turned: Record<"on" | "off", Purpose[]> = { on: [], off: [] };
      for (const purpose of PURPOSES) {
        const state = cellOf(row, party, purpose)?.state ?? "unset";
        const wish = asked(sent[party], row.channel, purpose, state);
        const given = state === "granted" || state === "expired";
        if (wish === true && !given) turned.on.push(purpose);
        if (wish === false && stands(state)) turned.off.push(purpose);
      }
      for (const on of [true, false]) {
        const purposes = turned[on ? "on" : "off"];
        if (purposes.length > 0) changes.push({ party, channel: row.channel, purposes, on });
      }
    }
  }
  return changes;
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

/** A channel without a kind of message, or a kind without a channel, allows nothing. */
export type HalfTicked = "no_purpose" | "no_channel";

export function halfTicked(ticks: CompactTicks): HalfTicked | null {
  const channels = CHANNELS.map((name) => ticks[name]);
  const purposes = PURPOSES.map((name) => ticks[name]);
  if (channels.includes(true) && purposes.every((tick) => tick === false)) return "no_purpose";
  if (purposes.includes(true) && channels.every((tick) => tick === false)) return "no_channel";
  return null;
}

/**
 * Someone else saved while the dialog was open. Theirs stands, whole; what the person here
 * had turned and still differs is handed back one by one to be turned again on purpose. A box
 * nobody here touched never comes back.
 */
export function mergeTicks(
  opened: Ticks,
  mine: Ticks,
  theirs: Ticks,
): { ticks: Ticks; again: (TickRef & { value: Tick })[] } {
  const again = differences(opened, mine)
    .map((ref) => ({ ...ref, value: mine[ref.party][ref.tick] }))
    .filter(({ party, tick, value }) => theirs[party][tick] !== value);
  return { ticks: structuredClone(theirs), again };
}

/**
 * Would ticking this channel ask for what the customer took back personally? Only the customer can
 * give that again (G6). A kind of message that is not ticked is not asked for.
 */
export function lockedByCustomer(
  rows: readonly ConsentRow[],
  { party, tick }: TickRef,
  kinds: CompactTicks,
): boolean {
  const row = rows.find((one) => one.channel === tick);
  return PURPOSES.some(
    (purpose) =>
      row !== undefined && kinds[purpose] !== false && cellOf(row, party, purpose)?.locked === true,
  );
}
