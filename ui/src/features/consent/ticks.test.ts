import { describe, expect, it } from "vitest";
import type { Channel, ConsentView } from "@/bindings/commands";
import { panelOf, subjectOf } from "@/testing/consent";
import { CHANNELS, PURPOSES } from "./cells";
import { baseOf, savingOf, type Turned, untouched } from "./merge";
import {
  brandTick,
  greyOver,
  halfTicked,
  lockedByCustomer,
  noTicks,
  type Tick,
  ticksOf,
  withTick,
} from "./ticks";
import { changeLines, partyState } from "./words";

type Turn = [party: "us" | "third_party", tick: Channel | "service" | "general", value: Tick];

function turn(view: ConsentView, ...turns: Turn[]): Turned {
  const turned = untouched(baseOf(view));
  const ticks = turns.reduce(
    (all, [party, tick, value]) => withTick(all, { party, tick }, value),
    turned.ticks,
  );
  return { ...turned, ticks };
}

/** What a save would record, in words: `+ Email: service`. */
function recorded(view: ConsentView, turned: Turned): string[] {
  const { changes } = savingOf(baseOf(view), turned);
  return changeLines(view, changes).map(
    (line) => `${line.turn === "given" ? "+" : "-"} ${line.words}`,
  );
}

const all = (party: string, kind: string) =>
  Object.fromEntries(
    CHANNELS.map((channel) => [`${party}/${channel}/${kind}`, "granted" as const]),
  );

describe("the compact view", () => {
  it("a21: gives exactly the cells whose channel and kind are both ticked", () => {
    const view = panelOf();
    const now = turn(
      view,
      ["us", "email", true],
      ["us", "sms", true],
      ["us", "service", true],
      ["third_party", "email", true],
      ["third_party", "general", true],
    );
    expect(recorded(view, now)).toEqual([
      "+ Email: service",
      "+ T.P. Email: general",
      "+ SMS: service",
    ]);
  });

  it("a05: turns an assumed tick into consent or takes it away, and leaves the others assumed", () => {
    const names = ["email", "sms", "post", "phone"].flatMap((channel) =>
      PURPOSES.map((kind) => [`us/${channel}/${kind}`, "assumed" as const]),
    );
    const view = panelOf({ cells: Object.fromEntries(names) });
    const now = turn(view, ["us", "email", true], ["us", "sms", true], ["us", "phone", false]);
    expect(recorded(view, now)).toEqual([
      "+ Email: service, general",
      "+ SMS: service, general",
      "- Telephone: service, general",
    ]);
  });

  it("leaves a party nobody touched as it stands, even where the boxes cannot show it exactly", () => {
    const view = panelOf({ cells: { "us/email/service": "granted", "us/sms/general": "granted" } });
    const now = turn(view, ["third_party", "email", true]);
    expect(Object.values(savingOf(baseOf(view), now).us)).toEqual(Array(7).fill(null));
    expect(recorded(view, now)).toEqual([]);
  });

  it("does not widen what was finer when another channel is ticked", () => {
    const view = panelOf({ cells: { "us/email/service": "granted", "us/sms/general": "granted" } });
    expect(recorded(view, turn(view, ["us", "post", true]))).toEqual([
      "+ Letter: service, general",
    ]);
  });

  it("a kind of message newly ticked reaches the ticked channels, except what only the customer can give", () => {
    const view = panelOf({
      cells: {
        "us/email/service": "granted",
        "us/sms/service": "granted",
        "us/sms/general": "withdrawn",
      },
      locked: ["us/sms/general"],
    });
    expect(recorded(view, turn(view, ["us", "general", true]))).toEqual(["+ Email: general"]);
  });

  it("un-ticking a kind of message takes it away on every channel", () => {
    const view = panelOf({
      cells: { "us/email/general": "granted", "us/post/general": "assumed" },
    });
    expect(recorded(view, turn(view, ["us", "general", false]))).toEqual([
      "- Email: general",
      "- Letter: general",
    ]);
  });

  it("says when ticks allow nothing because their other half is missing", () => {
    const view = panelOf();
    const half = (...ticks: Turn[]) => halfTicked(turn(view, ...ticks).ticks.us);
    expect(half(["us", "email", true])).toBe("no_purpose");
    expect(half(["us", "general", true])).toBe("no_channel");
    expect(half(["us", "email", true], ["us", "general", true])).toBeNull();
    expect(half()).toBeNull();
  });

  it("knows which box only the customer can give again", () => {
    const view = panelOf({ cells: { "us/sms/general": "withdrawn" }, locked: ["us/sms/general"] });
    const both = { ...noTicks().us, service: true, general: true };
    expect(lockedByCustomer(view, { party: "us", tick: "sms" }, both)).toBe(true);
    expect(lockedByCustomer(view, { party: "third_party", tick: "sms" }, both)).toBe(false);
    expect(lockedByCustomer(view, { party: "us", tick: "email" }, both)).toBe(false);
    const service = { ...both, general: false };
    expect(lockedByCustomer(view, { party: "us", tick: "sms" }, service)).toBe(false);
  });

  it("does not send what the profile hides", () => {
    const full = panelOf({
      cells: { "us/email/service": "granted", "us/social/service": "granted" },
    });
    const view = { ...full, rows: full.rows.filter(({ channel }) => channel !== "social") };
    const { us } = savingOf(baseOf(view), turn(view, ["us", "general", true]));
    expect(us).toMatchObject({ email: true, general: true, social: null });
  });

  it("has one tick for both kinds of message where the profile shows them as one", () => {
    const view = panelOf(
      { cells: { "us/email/service": "granted", "us/email/general": "granted" } },
      { purposes_shown: false },
    );
    const now = turn(view, ["us", "post", true], ["us", "email", false]);
    expect(recorded(view, now)).toEqual(["- Email", "+ Letter"]);
    expect(savingOf(baseOf(view), now).us).toEqual({
      email: false,
      sms: null,
      post: true,
      phone: null,
      social: null,
      service: true,
      general: true,
    });
  });

  it("a06: counts what was allowed before an exclusion as not asked, so that ticking it is a new answer", () => {
    const view = panelOf(
      { cells: { "us/email/service": "granted", "us/post/service": "refused" } },
      { excluded: true },
    );
    expect(Object.values(ticksOf(view).us)).toEqual(Array(7).fill(false));
    const ticked = turn(view, ["us", "email", true], ["us", "service", true]);
    expect(recorded(view, ticked)).toEqual([]);
    expect(recorded(view, { ...ticked, excluded: false })).toEqual(["+ Email: service"]);
  });
});

describe("third parties that are named", () => {
  const named = (cells: Record<string, "granted" | "withdrawn">, unlisted: string[] = []) =>
    panelOf({ third: ["Acme", "Bell", "Cole"], unlisted, cells });

  it("counts those who say the same, and names one who says it alone in the tooltip", () => {
    const view = named({
      "third_party:Acme/email/service": "granted",
      "third_party:Bell/email/service": "granted",
    });
    const email = view.rows[0];
    if (!email) throw new Error("no row");
    const said = partyState(view, email, "third_party");
    expect(said.words).toBe("2 of 3 given");
    expect(said.each).toBe("Acme: Given: service\nBell: Given: service\nCole: Not asked");
    expect(partyState(view, email, "us").words).toBe("Not asked");
  });

  it("one tick gives all of them, and one line tells it", () => {
    const view = named({});
    const now = turn(view, ["third_party", "email", true], ["third_party", "service", true]);
    expect(recorded(view, now)).toEqual(["+ T.P. Email: service"]);
  });

  it("names who goes their own way", () => {
    const view = named({ "third_party:Bell/sms/service": "granted" });
    const turned = { ...turn(view), cells: { [subjectOf("third_party:Bell/sms/service")]: false } };
    expect(recorded(view, turned)).toEqual(["- Bell SMS: service"]);
  });

  it("a grey box says whether nobody asked or they differ, and leaves them so", () => {
    const view = named({ "third_party:Acme/email/service": "granted" });
    expect(ticksOf(view).third_party.email).toBeNull();
    expect(greyOver(view, { party: "third_party", tick: "email" })).toBe("differs");
    expect(recorded(view, turn(view, ["third_party", "sms", true]))).toEqual([]);
  });

  it("gives nothing more to who is no longer in Settings, and takes away from them", () => {
    const view = named({ "third_party:Dunn/email/service": "granted" }, ["Dunn"]);
    const given = turn(
      view,
      ["third_party", "email", true],
      ["third_party", "general", true],
      ["third_party", "service", true],
    );
    expect(recorded(view, given)).toEqual(["+ Acme, Bell, Cole Email: service, general"]);
    const sure = { ...turn(view), cells: { [subjectOf("third_party:Dunn/post/service")]: true } };
    expect(recorded(view, sure)).toEqual([]);
    expect(recorded(view, turn(view, ["third_party", "email", false]))).toEqual([
      "- Dunn Email: service",
    ]);
  });
});

describe("every permission", () => {
  it("sends only the cells that were touched, and a cell counts before its ticks", () => {
    const view = panelOf({
      cells: { "us/email/service": "granted", "us/email/general": "granted" },
    });
    const turned = {
      ...turn(view, ["us", "email", false]),
      cells: { [subjectOf("us/email/service")]: true, [subjectOf("us/post/general")]: true },
    };
    const saving = savingOf(baseOf(view), turned);
    expect(saving.cells).toEqual(turned.cells);
    expect(recorded(view, turned)).toEqual(["- Email: general", "+ Letter: general"]);
  });

  it("tells a no that was asked from one that is taken back", () => {
    const view = panelOf({ cells: { "us/email/service": "assumed" } });
    const no = { [subjectOf("us/email/service")]: false, [subjectOf("us/sms/service")]: false };
    expect(recorded(view, { ...turn(view), cells: no })).toEqual([
      "- Email: service",
      "- SMS: service (refused)",
    ]);
  });

  it("asks for nothing while the contact stays excluded", () => {
    const view = panelOf();
    const turned = { ...turn(view, ["us", "email", true]), cells: { x: true }, excluded: true };
    const saving = savingOf(baseOf(view), turned);
    expect(saving).toMatchObject({ cells: {}, manufacturer: {}, changes: [] });
    expect(Object.values(saving.us)).toEqual(Array(7).fill(null));
  });
});

describe("d09: manufacturers", () => {
  const cells = {
    ...all("manufacturer:Astra", "service"),
    ...all("manufacturer:Astra", "general"),
  };

  it("one box moves all cells of the brand, and one line tells it", () => {
    const view = panelOf({ brands: ["Astra", "Vela"], cells });
    const turned = { ...turn(view), brands: { Astra: false, Vela: true } };
    expect(savingOf(baseOf(view), turned).manufacturer).toEqual({ Astra: false, Vela: true });
    expect(recorded(view, turned)).toEqual([
      "- Astra: details may be passed on",
      "+ Vela: details may be passed on",
    ]);
  });

  it("is grey where the cells differ, and then leaves them", () => {
    const view = panelOf({
      brands: ["Astra"],
      cells: { ...cells, "manufacturer:Astra/sms/general": "withdrawn" },
    });
    const [brand] = view.manufacturer;
    if (!brand) throw new Error("no brand");
    expect(brandTick(view, brand)).toBeNull();
    expect(savingOf(baseOf(view), turn(view)).manufacturer).toEqual({});
  });
});
