import { describe, expect, it } from "vitest";
import type { State } from "@/bindings/commands";
import { panelOf, subjectOf } from "@/testing/consent";
import { bySubject, CHANNELS, isDenied, isGiven, PURPOSES, stands } from "./cells";
import {
  type Base,
  baseOf,
  giveAgain,
  merge,
  offersOf,
  released,
  savingOf,
  type Turned,
  untouched,
} from "./merge";
import { withTick } from "./ticks";

type Cells = Record<string, State>;

function begin(cells: Cells, change: (turned: Turned) => Turned = (same) => same) {
  const base = baseOf(panelOf({ cells }));
  return { base, mine: change(untouched(base)) };
}

const tick = (
  turned: Turned,
  name: "email" | "sms" | "post" | "social" | "service" | "general",
  value = true,
) => ({
  ...turned,
  ticks: withTick(turned.ticks, { party: "us", tick: name }, value),
});

const given = (base: Base, turned: Turned) =>
  savingOf(base, turned)
    .changes.filter(({ turn }) => turn === "given")
    .map(({ subject }) => subject);

const offers = (base: Base, turned: Turned) =>
  offersOf(base, turned, savingOf(base, turned).heldBack);

describe("a49: somebody else saved meanwhile", () => {
  const before: Cells = { "us/email/service": "granted", "us/phone/service": "granted" };

  it("keeps Social ticked and Email withdrawn, and gives Email to nobody", () => {
    const { base, mine } = begin(before, (turned) => tick(turned, "social"));
    const fresh = panelOf(
      { cells: { ...before, "us/email/service": "withdrawn" } },
      { version: 8 },
    );
    const after = merge(base, mine, fresh);
    expect(after.turned.ticks.us).toMatchObject({ email: false, social: true, phone: true });
    expect(given(after.base, after.turned)).toEqual([subjectOf("us/social/service")]);
    expect(offers(after.base, after.turned)).toEqual([]);
  });

  it("offers singly what was given here and somebody took back", () => {
    const assumed: Cells = {
      "us/email/service": "assumed",
      "us/email/general": "assumed",
      "us/post/general": "granted",
    };
    const { base, mine } = begin(assumed, (turned) => tick(turned, "email"));
    const fresh = panelOf(
      { cells: { ...assumed, "us/email/general": "withdrawn" } },
      { version: 8 },
    );
    const after = merge(base, mine, fresh);
    // Half of the box stands: that half stays given.
    expect(given(after.base, after.turned)).toEqual([subjectOf("us/email/service")]);
    const general = subjectOf("us/email/general");
    expect(offers(after.base, after.turned)).toEqual([general]);
    expect(savingOf(after.base, after.turned).cells).toEqual({ [general]: false });
    const again = giveAgain(after.turned, general);
    expect(given(after.base, again)).toContain(general);
    expect(savingOf(after.base, again).cells).toEqual({ [general]: true });
    expect(offers(after.base, again)).toEqual([]);
  });

  it("does not keep a box ticked that could give nothing but what was taken back", () => {
    const { base, mine } = begin({ "us/sms/service": "granted" }, (turned) =>
      tick(turned, "email"),
    );
    const fresh = panelOf(
      { cells: { "us/sms/service": "granted", "us/email/service": "refused" } },
      { version: 8 },
    );
    const after = merge(base, mine, fresh);
    expect(after.turned.ticks.us.email).toBe(false);
    expect(offers(after.base, after.turned)).toEqual([subjectOf("us/email/service")]);
    // Ticking it by hand is on purpose.
    const freed = released(after.base, (cell) => cell.subject === subjectOf("us/email/service"));
    expect(given(freed, tick(after.turned, "email"))).toEqual([subjectOf("us/email/service")]);
  });

  it("merges single cells: a yes that nobody contradicted stays, a no always does", () => {
    const [yes, no, lost] = ["us/post/service", "us/phone/service", "us/sms/general"].map(
      subjectOf,
    );
    if (!yes || !no || !lost) throw new Error("no subjects");
    const { base, mine } = begin(before, (turned) => ({
      ...turned,
      cells: { [yes]: true, [no]: false, [lost]: true },
    }));
    const fresh = panelOf({ cells: { ...before, "us/sms/general": "refused" } }, { version: 8 });
    const after = merge(base, mine, fresh);
    expect(after.turned.cells).toEqual({ [yes]: true, [no]: false });
    expect(offers(after.base, after.turned)).toEqual([lost]);
  });

  it("does not reach through what somebody else ticked meanwhile", () => {
    const { base, mine } = begin({ "us/email/service": "granted" }, (turned) =>
      tick(turned, "general"),
    );
    const fresh = panelOf(
      { cells: { "us/email/service": "granted", "us/post/service": "granted" } },
      { version: 8 },
    );
    const after = merge(base, mine, fresh);
    expect(given(after.base, after.turned)).toEqual([subjectOf("us/email/general")]);
  });

  it("an exclusion stands, and what had been given is offered once it is lifted", () => {
    const { base, mine } = begin(before, (turned) => tick(turned, "social"));
    const fresh = panelOf({ cells: before }, { version: 8, excluded: true });
    const after = merge(base, mine, fresh);
    expect(after.turned.excluded).toBe(true);
    expect(savingOf(after.base, after.turned).changes).toEqual([]);
    const lifted = { ...after.turned, excluded: false };
    expect(given(after.base, lifted)).toEqual([]);
    expect(offers(after.base, lifted)).toEqual([subjectOf("us/social/service")]);
  });

  it("remembers through a second conflict what had been taken back in the first", () => {
    const { base, mine } = begin({ "us/email/service": "assumed" }, (turned) =>
      tick(turned, "email"),
    );
    const gone: Cells = { "us/email/service": "withdrawn" };
    const first = merge(base, mine, panelOf({ cells: gone }, { version: 8 }));
    const second = merge(
      first.base,
      first.turned,
      panelOf({ cells: { ...gone, "us/post/service": "granted" } }, { version: 9 }),
    );
    expect([...second.base.taken]).toEqual([subjectOf("us/email/service")]);
    expect(offers(second.base, second.turned)).toEqual([subjectOf("us/email/service")]);
  });
});

/** Numbers that look like chance and are the same each time. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("whatever two people do at once", () => {
  const names = ["us", "third_party:Acme", "third_party:Bell"].flatMap((party) =>
    CHANNELS.flatMap((channel) => PURPOSES.map((kind) => `${party}/${channel}/${kind}`)),
  );
  const states: State[] = [
    "unset",
    "unset",
    "granted",
    "granted",
    "assumed",
    "refused",
    "withdrawn",
  ];

  it("nothing is widened, and no no is lost", () => {
    for (let seed = 0; seed < 600; seed += 1) tryOut(seed);
  });

  function tryOut(seed: number) {
    const pick = numbers(seed + 1);
    const state = () => states[pick(states.length)] ?? "unset";
    const third = ["Acme", "Bell"];
    const cells: Cells = Object.fromEntries(names.map((name) => [name, state()]));
    const base = baseOf(panelOf({ cells, third }));
    let mine = untouched(base);
    for (let turns = 0; turns < 1 + pick(4); turns += 1) {
      const party = pick(2) === 0 ? "us" : "third_party";
      const box = [...CHANNELS, ...PURPOSES][pick(7)] ?? "email";
      mine = { ...mine, ticks: withTick(mine.ticks, { party, tick: box }, pick(3) > 0) };
      const name = names[pick(names.length)];
      if (name && pick(3) === 0) {
        mine = { ...mine, cells: { ...mine.cells, [subjectOf(name)]: pick(2) === 0 } };
      }
    }
    const changed = { ...cells };
    for (let turns = 0; turns < 1 + pick(5); turns += 1) {
      changed[names[pick(names.length)] ?? ""] = state();
    }
    const fresh = panelOf({ cells: changed, third }, { version: 8 });
    const after = merge(base, mine, fresh);

    const meant = savingOf(base, mine).changes;
    const toGive = new Set([
      ...meant.filter(({ turn }) => turn === "given").map(({ subject }) => subject),
      ...Object.keys(mine.cells).filter((subject) => mine.cells[subject]),
    ]);
    const gives = new Set(given(after.base, after.turned));
    const offered = new Set(offers(after.base, after.turned));
    const [were, are] = [bySubject(base.view.rows), bySubject(fresh.rows)];
    for (const [subject, cell] of are) {
      const what = `${subject}, seed ${seed}`;
      const denied = isDenied(cell.state) && were.get(subject)?.state !== cell.state;
      // A no of theirs survives, and nothing is given that was not meant to be.
      if (denied) expect(gives.has(subject), `${what}: denied`).toBe(false);
      if (gives.has(subject)) expect(toGive.has(subject), `${what}: wider`).toBe(true);
      // What was meant is given, stands already, or is offered.
      if (toGive.has(subject) && !isGiven(cell)) {
        expect(gives.has(subject) || offered.has(subject), `${what}: lost`).toBe(true);
      }
    }
    // A no of mine survives.
    const takes = new Set(
      savingOf(after.base, after.turned)
        .changes.filter(({ turn }) => turn !== "given")
        .map(({ subject }) => subject),
    );
    for (const { subject } of meant.filter(({ turn }) => turn === "taken")) {
      const cell = are.get(subject);
      if (cell && stands(cell.state)) {
        expect(takes.has(subject), `${subject}, seed ${seed}: not taken away`).toBe(true);
      }
    }
  }
});
