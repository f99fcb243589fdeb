import type {
  Channel,
  ChannelMark,
  ConsentForm,
  ConsentOutcome,
  ConsentPreview,
  ConsentView,
  ContactId,
  PartyKind,
  Shade,
  State,
  Ticks,
  VerdictMark,
  VerdictView,
} from "@/bindings/commands";

const CHANNELS: readonly Channel[] = ["email", "sms", "post", "phone", "social"];
const PURPOSES = ["service", "general"] as const;

const SHADES: Record<State, Shade> = {
  unset: "not_asked",
  assumed: "assumed",
  granted: "given",
  expired: "expired",
  refused: "refused",
  withdrawn: "withdrawn",
};

const ANSWERS: Record<State, string> = {
  unset: "Not asked",
  assumed: "Assumed",
  granted: "Yes",
  expired: "Yes, ran out",
  refused: "No",
  withdrawn: "No",
};

const LETTERS: Record<Channel, string> = {
  email: "E",
  sms: "S",
  post: "L",
  phone: "T",
  social: "O",
};

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

/** No tick touched: what is sent for a party that nobody turned. */
export const LEAVE: Ticks = {
  email: null,
  sms: null,
  post: null,
  phone: null,
  social: null,
  service: null,
  general: null,
};

/** What a save would do; a review that changes nothing, unless more is said. */
export function outcomeOf(more: Partial<ConsentOutcome> = {}): ConsentOutcome {
  return {
    exclusion: null,
    changes: [],
    lines: [],
    hints: [],
    half_ticked: [],
    offers: [],
    notes: "optional",
    can_reconfirm: false,
    ran_out: false,
    refusal: null,
    send: { us: LEAVE, third_party: LEAVE, manufacturer: {}, cells: {} },
    ...more,
  };
}

/** What the dispatcher answers about a form over version 7. */
export function previewOf(
  outcome: Partial<ConsentOutcome> = {},
  more: Partial<ConsentPreview> = {},
): ConsentPreview {
  return {
    version: 7,
    began_with: null,
    conflict: null,
    outcome: outcomeOf(outcome),
    ...more,
  };
}

/** A panel of these cells, as the dispatcher would answer; the boxes follow from the cells. */
export function panelOf(scene: Scene = {}, more: Partial<ConsentView> = {}): ConsentView {
  const { cells = {}, locked = [], carried = [], third = [], unlisted = [], brands = [] } = scene;
  const party = (party: string, kind: PartyKind, label: string, listed = true) => ({
    party,
    kind,
    label,
    listed,
  });
  const parties = [
    party("us", "us", "Us"),
    ...(third.length === 0 ? [party("third_party", "third_party", "T.P.")] : []),
    ...third.map((name) => party(`third_party:${name}`, "third_party", name)),
    ...unlisted.map((name) => party(`third_party:${name}`, "third_party", name, false)),
    ...brands.map((name) => party(`manufacturer:${name}`, "manufacturer", name)),
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
  const brandTick = (brand: string) => {
    const states = CHANNELS.flatMap((channel) =>
      PURPOSES.map((kind) => state(`manufacturer:${brand}`, channel, kind)),
    );
    if (states.every((one) => one === "granted")) return true;
    return states.some((one) => one === "granted" || one === "assumed") ? null : false;
  };
  const both = (one: boolean | null, other: boolean | null) => (one === other ? one : null);
  const thirdTicks = parties
    .filter(({ kind }) => kind === "third_party")
    .map(({ party }) => ticks(party))
    .reduce((all, one) => ({
      channels: Object.fromEntries(
        CHANNELS.map((name) => [name, both(all.channels[name], one.channels[name])]),
      ) as Record<Channel, boolean | null>,
      service: both(all.service, one.service),
      general: both(all.general, one.general),
    }));
  const boxes = ({ channels, service, general }: ReturnType<typeof ticks>): Ticks => ({
    ...channels,
    service,
    general,
  });
  const form: ConsentForm = {
    boxes: {
      us: boxes(ticks("us")),
      third_party: boxes(thirdTicks),
      brands: Object.fromEntries(brands.map((brand) => [brand, brandTick(brand)])),
    },
    cells: {},
    excluded: more.excluded ?? false,
    denied: [],
    lost: [],
    ticked: [],
    brands_ticked: [],
    refused: [],
  };
  return {
    contact_id: "1" as ContactId,
    version: 7,
    require_consent: true,
    profile: "forecourt",
    notes_required: true,
    purposes_shown: true,
    third_parties_shown: true,
    compact_form: false,
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
      service: verdictOf(state("us", channel, "service")),
      general: verdictOf(state("us", channel, "general")),
      third: verdictOf("unset"),
      mark: markOf(channel, state("us", channel, "service"), state("us", channel, "general")),
      can_stop: !parties.every(({ party }) =>
        PURPOSES.every((kind) => ["refused", "withdrawn"].includes(state(party, channel, kind))),
      ),
      us: rowState(state("us", channel, "service")),
      third_party: rowState("unset"),
      cells: parties.flatMap(({ party, listed }) =>
        PURPOSES.map((kind) => {
          const name = `${party}/${channel}/${kind}`;
          const stands = state(party, channel, kind);
          return {
            subject: subjectOf(name),
            party,
            purpose:
              kind === "service" ? ("service_followup" as const) : ("general_marketing" as const),
            state: stands,
            shade: SHADES[stands],
            words: WORDS[stands],
            answer: ANSWERS[stands],
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
            answers: locked.includes(name)
              ? ("only_customer" as const)
              : listed
                ? ("both" as const)
                : stands === "unset"
                  ? ("nothing" as const)
                  : ("only_no" as const),
          };
        }),
      ),
    })),
    compact: { us: ticks("us"), third_party: thirdTicks, exact: true },
    manufacturer: brands.map((brand) => {
      const tick = brandTick(brand);
      const stands: State = tick === true ? "granted" : "unset";
      return { brand, allowed: tick === true, tick, state: stands, shade: SHADES[stands] };
    }),
    excluded: false,
    excluded_by_customer: false,
    last_obtained: null,
    last_obtained_text: "Never recorded",
    last_reviewed: null,
    marks: CHANNELS.map((channel) =>
      markOf(channel, state("us", channel, "service"), state("us", channel, "general")),
    ),
    can_stop: true,
    reconsent_due: null,
    reconsent_text: null,
    reconsent_doubt: false,
    never_reviewed: true,
    died: false,
    notice: { id: "n", version: 2, text: "We would like to keep you informed." },
    form,
    outcome: outcomeOf(),
    ...more,
  };
}

function rowState(stands: State) {
  return { shade: SHADES[stands], words: ANSWERS[stands], carried: false, each: null };
}

function verdictMark(stands: State): VerdictMark {
  if (stands === "granted") return "yes";
  return stands === "unset" ? "not_asked" : "no";
}

/** What the decision says of a cell that nothing else speaks against. */
export function verdictOf(stands: State, why: string | null = null): VerdictView {
  const allowed = stands === "granted" && why === null;
  return {
    verdict: allowed ? "allow" : "block",
    mark: why === null ? verdictMark(stands) : "no",
    words: allowed ? "Allowed" : "Not allowed",
    why,
  };
}

function markOf(channel: Channel, service: State, general: State): ChannelMark {
  const kinds = [verdictMark(service), verdictMark(general)];
  const mark = kinds[0] === kinds[1] ? kinds[0] : kinds.includes("yes") ? "partly" : "no";
  return {
    channel,
    letter: LETTERS[channel],
    mark: mark ?? "not_asked",
    only: null,
    words: `${channel}: ${mark}`,
  };
}

/** `us/email/service` as the dispatcher names it. */
export function subjectOf(name: string): string {
  return name
    .replace(/\/service$/, "/service_followup")
    .replace(/\/general$/, "/general_marketing");
}
