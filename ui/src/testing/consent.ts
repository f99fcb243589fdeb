import type { Channel, ConsentView, ContactId, State } from "@/bindings/commands";
import { CHANNELS, PURPOSES } from "@/features/consent/cells";

const WORDS: Record<State, string> = {
  unset: "Not asked",
  assumed: "Assumed",
  granted: "Given",
  expired: "Expired",
  refused: "Refused",
  withdrawn: "Withdrawn",
};

interface Scene {
  /** Cells by their short name, `us/email/service`; the others were never asked. */
  cells?: Record<string, State>;
  /** Cells that only the customer can give again. */
  locked?: string[];
  /** Cells carried over from another system. */
  carried?: string[];
  /** Third parties named in Settings; one nameless one when there are none. */
  third?: string[];
  /** Third parties that Settings no longer name. */
  unlisted?: string[];
  brands?: string[];
  /** Who recorded a cell, and when. */
  recorded?: Record<string, string>;
}

/** A panel of these cells, as the dispatcher would answer; the boxes follow from the cells. */
export function panelOf(scene: Scene = {}, more: Partial<ConsentView> = {}): ConsentView {
  const { cells = {}, locked = [], carried = [], third = [], unlisted = [], brands = [] } = scene;
  const parties = [
    { party: "us", label: "Us", listed: true },
    ...(third.length === 0 ? [{ party: "third_party", label: "T.P.", listed: true }] : []),
    ...third.map((name) => ({ party: `third_party:${name}`, label: name, listed: true })),
    ...unlisted.map((name) => ({ party: `third_party:${name}`, label: name, listed: false })),
    ...brands.map((name) => ({ party: `manufacturer:${name}`, label: name, listed: true })),
  ];
  const state = (party: string, channel: Channel, kind: string): State =>
    cells[`${party}/${channel}/${kind}`] ?? "unset";
  const tick = (states: State[]) => {
    if (states.some((one) => one === "granted" || one === "expired")) return true;
    return states.includes("assumed") ? null : false;
  };
  const ticks = (party: string) => ({
    channels: Object.fromEntries(
      CHANNELS.map((channel) => [
        channel,
        tick(PURPOSES.map((kind) => state(party, channel, kind))),
      ]),
    ) as Record<Channel, boolean | null>,
    service: tick(CHANNELS.map((channel) => state(party, channel, "service"))),
    general: tick(CHANNELS.map((channel) => state(party, channel, "general"))),
  });
  const both = (one: boolean | null, other: boolean | null) => (one === other ? one : null);
  const thirdTicks = parties
    .filter(({ party }) => party.startsWith("third_party"))
    .map(({ party }) => ticks(party))
    .reduce((all, one) => ({
      channels: Object.fromEntries(
        CHANNELS.map((name) => [name, both(all.channels[name], one.channels[name])]),
      ) as Record<Channel, boolean | null>,
      service: both(all.service, one.service),
      general: both(all.general, one.general),
    }));
  return {
    contact_id: "1" as ContactId,
    version: 7,
    require_consent: true,
    profile: "forecourt",
    notes_required: true,
    purposes_shown: true,
    third_parties_shown: true,
    parties,
    review: {
      due: false,
      text: "",
      deferrals: 0,
      reason_needed: false,
      modules: ["service", "sales_enquiries", "parts"],
    },
    rows: CHANNELS.map((channel) => ({
      channel,
      label: channel,
      service: "block",
      general: "block",
      cells: parties.flatMap(({ party }) =>
        PURPOSES.map((kind) => {
          const name = `${party}/${channel}/${kind}`;
          const stands = state(party, channel, kind);
          return {
            subject: subjectOf(name),
            party,
            purpose:
              kind === "service" ? ("service_followup" as const) : ("general_marketing" as const),
            state: stands,
            words: WORDS[stands],
            since_local: stands === "unset" ? null : "14/12/2025",
            basis:
              stands === "granted" || stands === "expired"
                ? ("consent" as const)
                : stands === "assumed"
                  ? ("legitimate_interest" as const)
                  : null,
            recorded: scene.recorded?.[name] ?? null,
            carried: carried.includes(name),
            by_customer: locked.includes(name),
            locked: locked.includes(name),
          };
        }),
      ),
    })),
    compact: { us: ticks("us"), third_party: thirdTicks, exact: true },
    manufacturer: brands.map((brand) => {
      const states = CHANNELS.flatMap((channel) =>
        PURPOSES.map((kind) => state(`manufacturer:${brand}`, channel, kind)),
      );
      const allowed = states.every((one) => one === "granted");
      return { brand, allowed, state: allowed ? "granted" : (states[0] ?? "unset") };
    }),
    excluded: false,
    excluded_by_customer: false,
    last_obtained: null,
    last_obtained_text: "Never recorded",
    last_reviewed: null,
    light: "grey",
    light_text: "Not asked",
    reconsent_due: null,
    reconsent_text: null,
    never_reviewed: true,
    notice: { id: "n", version: 2, text: "We would like to keep you informed." },
    ...more,
  };
}

/** `us/email/service` as the dispatcher names it. */
export function subjectOf(name: string): string {
  return name
    .replace(/\/service$/, "/service_followup")
    .replace(/\/general$/, "/general_marketing");
}
