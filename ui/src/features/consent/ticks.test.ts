import { describe, expect, it } from "vitest";
import type { Channel, ConsentRow, ConsentView, State } from "@/bindings/commands";
import {
  afterExclusion,
  CHANNELS,
  cellChanges,
  halfTicked,
  lockedByCustomer,
  mergeTicks,
  noTicks,
  sameTicks,
  type Ticks,
  ticksOf,
  ticksToSend,
  withTick,
} from "./ticks";

/** The rows of a panel with these cells, named `us/email/service`; the others were never asked. */
function rows(states: Record<string, State> = {}, locked: string[] = []): ConsentRow[] {
  return CHANNELS.map((channel) => ({
    channel,
    label: channel,
    service: "block",
    general: "block",
    cells: ["us", "third_party"].flatMap((party) =>
      ["service", "general"].map((purpose) => {
        const name = `${party}/${channel}/${purpose}`;
        return {
          subject: name,
          party,
          purpose: purpose === "service" ? "service_followup" : "general_marketing",
          state: states[name] ?? "unset",
          words: "Not asked" as const,
          since_local: null,
          basis: null,
          carried: false,
          locked: locked.includes(name),
        };
      }),
    ),
  }));
}

function ticked(...names: (Channel | "service" | "general")[]): Ticks {
  return names.reduce((ticks, tick) => withTick(ticks, { party: "us", tick }, true), noTicks());
}

describe("the compact view", () => {
  it("a21: gives exactly the cells whose channel and kind are both ticked", () => {
    const now = ["email", "general"].reduce(
      (ticks, tick) => withTick(ticks, { party: "third_party", tick: tick as Channel }, true),
      ticked("email", "sms", "service"),
    );
    expect(cellChanges(rows(), ticksToSend(rows(), noTicks(), now))).toEqual([
      { party: "us", channel: "email", purposes: ["service"], on: true },
      { party: "us", channel: "sms", purposes: ["service"], on: true },
      { party: "third_party", channel: "email", purposes: ["general"], on: true },
    ]);
  });

  it("a05: turns an assumed tick into consent or takes it away, and leaves the others assumed", () => {
    const assumed = rows(
      Object.fromEntries(
        ["email", "sms", "post", "phone"].flatMap((channel) =>
          ["service", "general"].map((purpose) => [`us/${channel}/${purpose}`, "assumed"]),
        ),
      ),
    );
    const opened: Ticks = {
      ...noTicks(),
      us: {
        email: null,
        sms: null,
        post: null,
        phone: null,
        social: false,
        service: null,
        general: null,
      },
    };
    const now = [
      ["email", true],
      ["sms", true],
      ["phone", false],
    ].reduce(
      (ticks, [tick, on]) => withTick(ticks, { party: "us", tick: tick as Channel }, on as boolean),
      opened,
    );
    expect(cellChanges(assumed, ticksToSend(assumed, opened, now))).toEqual([
      { party: "us", channel: "email", purposes: ["service", "general"], on: true },
      { party: "us", channel: "sms", purposes: ["service", "general"], on: true },
      { party: "us", channel: "phone", purposes: ["service", "general"], on: false },
    ]);
  });

  it("leaves a party nobody touched as it stands, even where the boxes cannot show it exactly", () => {
    const finer = rows({ "us/email/service": "granted", "us/sms/general": "granted" });
    const opened = ticked("email", "sms", "service", "general");
    const now = withTick(opened, { party: "third_party", tick: "email" }, true);
    expect(ticksToSend(finer, opened, now).us).toEqual({
      email: null,
      sms: null,
      post: null,
      phone: null,
      social: null,
      service: null,
      general: null,
    });
    expect(cellChanges(finer, ticksToSend(finer, opened, now))).toEqual([]);
  });

  it("does not widen what was finer when another channel is ticked", () => {
    const finer = rows({ "us/email/service": "granted", "us/sms/general": "granted" });
    const opened = ticked("email", "sms", "service", "general");
    const now = withTick(opened, { party: "us", tick: "post" }, true);
    expect(cellChanges(finer, ticksToSend(finer, opened, now))).toEqual([
      { party: "us", channel: "post", purposes: ["service", "general"], on: true },
    ]);
  });

  it("a kind of message newly ticked reaches the ticked channels, except what only the customer can give", () => {
    const panel = rows(
      {
        "us/email/service": "granted",
        "us/sms/service": "granted",
        "us/sms/general": "withdrawn",
      },
      ["us/sms/general"],
    );
    const opened = ticked("email", "sms", "service");
    const now = withTick(opened, { party: "us", tick: "general" }, true);
    expect(cellChanges(panel, ticksToSend(panel, opened, now))).toEqual([
      { party: "us", channel: "email", purposes: ["general"], on: true },
    ]);
  });

  it("un-ticking a kind of message takes it away on every channel", () => {
    const panel = rows({ "us/email/general": "granted", "us/post/general": "assumed" });
    const opened: Ticks = {
      ...noTicks(),
      us: { ...ticked("email", "general").us, post: null },
    };
    const now = withTick(opened, { party: "us", tick: "general" }, false);
    expect(cellChanges(panel, ticksToSend(panel, opened, now))).toEqual([
      { party: "us", channel: "email", purposes: ["general"], on: false },
      { party: "us", channel: "post", purposes: ["general"], on: false },
    ]);
  });

  it("says when ticks allow nothing because their other half is missing", () => {
    expect(halfTicked(ticked("email").us)).toBe("no_purpose");
    expect(halfTicked(ticked("general").us)).toBe("no_channel");
    expect(halfTicked(ticked("email", "general").us)).toBeNull();
    expect(halfTicked(noTicks().us)).toBeNull();
  });

  it("reads the boxes of a panel, grey ones too", () => {
    const party = {
      channels: { email: true, sms: false, post: null, phone: false, social: false },
      service: true,
      general: false,
    };
    const view = {
      compact: { us: party, third_party: party, exact: true },
    } as unknown as ConsentView;
    expect(ticksOf(view).us).toEqual({
      email: true,
      sms: false,
      post: null,
      phone: false,
      social: false,
      service: true,
      general: false,
    });
  });

  it("knows which box only the customer can give again", () => {
    const panel = rows({ "us/sms/general": "withdrawn" }, ["us/sms/general"]);
    const kinds = ticked("service", "general").us;
    expect(lockedByCustomer(panel, { party: "us", tick: "sms" }, kinds)).toBe(true);
    expect(lockedByCustomer(panel, { party: "third_party", tick: "sms" }, kinds)).toBe(false);
    expect(lockedByCustomer(panel, { party: "us", tick: "email" }, kinds)).toBe(false);
    expect(lockedByCustomer(panel, { party: "us", tick: "sms" }, ticked("service").us)).toBe(false);
  });
});

describe("a06: removing an exclusion", () => {
  it("counts what was allowed before as not asked, so that ticking it is a new answer", () => {
    const before = rows({ "us/email/service": "granted", "us/post/service": "refused" });
    const now = ticked("email", "service");
    const sent = ticksToSend(before, noTicks(), now);
    expect(cellChanges(before, sent)).toEqual([]);
    expect(cellChanges(afterExclusion(before), sent)).toEqual([
      { party: "us", channel: "email", purposes: ["service"], on: true },
    ]);
  });
});

describe("a49: somebody else saved meanwhile", () => {
  const opened = ticked("email", "phone", "service");

  it("keeps theirs and hands my turn back, never what I did not touch", () => {
    const mine = withTick(opened, { party: "us", tick: "social" }, true);
    const theirs = withTick(opened, { party: "us", tick: "email" }, false);
    const merge = mergeTicks(opened, mine, theirs);
    expect(merge.ticks.us.email).toBe(false);
    expect(merge.ticks.us.social).toBe(false);
    expect(merge.again).toEqual([{ party: "us", tick: "social", value: true }]);
  });

  it("has nothing to hand back when both turned the same", () => {
    const same = withTick(opened, { party: "us", tick: "social" }, true);
    const merge = mergeTicks(opened, same, same);
    expect(merge.again).toEqual([]);
    expect(sameTicks(merge.ticks, same)).toBe(true);
  });
});
