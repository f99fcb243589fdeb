import type {
  Channel,
  Ticks as CompactTicks,
  ConsentView,
  ManufacturerConsent,
  State,
} from "@/bindings/commands";
import {
  brandOf,
  type Cells,
  CHANNELS,
  cellsOf,
  PARTIES,
  type Party,
  PURPOSES,
  type Purpose,
  partyOf,
  purposeOf,
  stands,
  unlisted,
  type Wish,
} from "./cells";

export type TickName = Channel | Purpose;
const TICK_NAMES: readonly TickName[] = [...CHANNELS, ...PURPOSES];

/** A box: ticked, not ticked, or a grey tick over what is assumed or differs, which leaves it so (D-02). */
export type Tick = boolean | null;
/** Everything that can be ticked in the compact view: seven boxes for each party. */
export type Ticks = Record<Party, CompactTicks>;

/** One box: whose, and which. */
export interface TickRef {
  party: Party;
  tick: TickName;
}

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
  const none = () => Object.fromEntries(TICK_NAMES.map((name) => [name, false])) as CompactTicks;
  return { us: none(), third_party: none() };
}

/** Where both kinds of message are shown as one, a channel's tick stands for both of them. */
function kindsTogether(ticks: Ticks, view: Pick<ConsentView, "purposes_shown">): Ticks {
  if (view.purposes_shown) return ticks;
  const both = { service: true, general: true };
  return {
    us: { ...ticks.us, ...both },
    third_party: { ...ticks.third_party, ...both },
  };
}

/**
 * The boxes as the contact's permissions stand now. An excluded contact's are empty: old ticks do
 * not revive with the exclusion's end (D-08).
 */
export function ticksOf(view: Pick<ConsentView, "compact" | "purposes_shown" | "excluded">): Ticks {
  const party = (name: Party): CompactTicks => ({
    ...view.compact[name].channels,
    service: view.compact[name].service,
    general: view.compact[name].general,
  });
  const ticks = view.excluded ? noTicks() : { us: party("us"), third_party: party("third_party") };
  return kindsTogether(ticks, view);
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

/**
 * The boxes as they are sent: `null` for what nobody touched, which leaves it as it stands.
 * Permissions can be finer than the boxes show, and sending every box would widen them, or ask for
 * what only the customer can give again. A kind of message that was newly ticked does reach the
 * channels that are ticked already.
 */
export function ticksToSend(view: Cells, opened: Ticks, now: Ticks): Ticks {
  const shown = new Set(view.rows.map(({ channel }) => channel));
  const send = (party: Party): CompactTicks => {
    const [was, is] = [opened[party], now[party]];
    if (TICK_NAMES.every((name) => was[name] === is[name])) return { ...LEAVE };
    const sent = { ...is };
    const kindAdded = PURPOSES.some((name) => is[name] === true && was[name] !== true);
    for (const channel of CHANNELS) {
      const reached =
        kindAdded && shown.has(channel) && !lockedByCustomer(view, { party, tick: channel }, is);
      if (is[channel] === was[channel] && !reached) sent[channel] = null;
    }
    return sent;
  };
  return { us: send("us"), third_party: send("third_party") };
}

/** What two boxes ask of one cell (N-04, A-21); null leaves it. */
function asked(ticks: CompactTicks, channel: Channel, kind: Purpose, state: State): Wish | null {
  const [one, two] = [ticks[channel], ticks[kind]];
  if (one === false || two === false) return "clear";
  if (one && two) return "grant";
  return one && stands(state) ? "grant" : null;
}

/** What the boxes, the brands' boxes and the cells set one by one ask for. A cell's own wish counts first. */
export interface Asked {
  sent: Ticks;
  /** Only the brands that were turned. */
  brands: Record<string, boolean>;
  cells: Record<string, boolean>;
}

/** The wishes cell by cell, told from the cells rather than from the boxes, so that nothing is widened unseen. */
export function wishesOf(view: Cells, { sent, brands, cells }: Asked): Map<string, Wish> {
  const gone = unlisted(view);
  const wishes = new Map<string, Wish>();
  for (const row of view.rows) {
    for (const cell of row.cells) {
      const own = cells[cell.subject];
      const [party, brand] = [partyOf(cell), brandOf(cell)];
      const turned = brand === null ? undefined : brands[brand];
      let wish: Wish | null = null;
      if (own !== undefined) {
        const yes = cell.state === "expired" ? "renew" : "grant";
        wish = own ? yes : "refuse";
      } else if (party) wish = asked(sent[party], row.channel, purposeOf(cell), cell.state);
      else if (turned !== undefined) wish = turned ? "grant" : "clear";
      // Whom Settings no longer name is given nothing more.
      const gives = wish === "grant" || wish === "renew";
      if (wish && !(gives && gone.has(cell.party))) wishes.set(cell.subject, wish);
    }
  }
  return wishes;
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
 * Would ticking this channel ask for what the customer took back personally? Only the customer can
 * give that again (G6). A kind of message that is not ticked is not asked for.
 */
export function lockedByCustomer(
  view: Cells,
  { party, tick }: TickRef,
  kinds: CompactTicks,
): boolean {
  const row = view.rows.find((one) => one.channel === tick);
  if (!row) return false;
  const gone = unlisted(view);
  return PURPOSES.some(
    (purpose) =>
      kinds[purpose] !== false &&
      cellsOf(row, party, purpose).some((cell) => cell.locked && !gone.has(cell.party)),
  );
}

/** Why a box is grey: nobody asked, or third parties differ. */
export function greyOver(view: Cells, { party, tick }: TickRef): "assumed" | "differs" {
  const cells = view.rows
    .filter((row) => tick === row.channel || tick === "service" || tick === "general")
    .flatMap((row) =>
      cellsOf(row, party, tick === "service" || tick === "general" ? tick : undefined),
    );
  const given = cells.some(({ state }) => state === "granted" || state === "expired");
  return given ? "differs" : "assumed";
}

/** May details be passed to a manufacturer? One box moves all its cells (D-09); `null` where they differ. */
export function brandTick(view: Cells, { brand, allowed }: ManufacturerConsent): Tick {
  if (allowed) return true;
  const some = view.rows.some((row) =>
    row.cells.some((cell) => brandOf(cell) === brand && stands(cell.state)),
  );
  return some ? null : false;
}

export type Brands = Record<string, Tick>;

/** The boxes of the brands. While the exclusion stands they are empty, as all others. */
export function brandsOf(view: Cells & Pick<ConsentView, "manufacturer" | "excluded">): Brands {
  return Object.fromEntries(
    view.manufacturer.map((one) => [one.brand, view.excluded ? false : brandTick(view, one)]),
  );
}

/** The brands that were turned on or off. */
export function brandsToSend(opened: Brands, now: Brands): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(now).filter(
      (turned): turned is [string, boolean] =>
        turned[1] !== null && turned[1] !== opened[turned[0]],
    ),
  );
}
