import type { JobCardLine, JobStatus, ResourceId } from "@/bindings/commands";
import { DateText } from "@/components/DateText";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { heading } from "@/lib/lists";
import type { FilterOf } from "@/lib/pages";
import { text } from "@/lib/texts";
import { STATUSES, statusMarks, statusWords } from "./words";

/** What the list is asked for. */
export type JobCardsAsked = FilterOf<"list_job_cards">;

export const columns: Column<JobCardLine>[] = [
  {
    key: "number",
    header: heading("job_cards", "number"),
    width: "98px",
    cell: (card) => card.number,
  },
  {
    key: "registration",
    header: heading("job_cards", "registration"),
    width: "minmax(110px, 1.2fr)",
    cell: (card) => (
      <TwoLines
        first={<b className={shared.figures}>{card.registration || text("job_card.noVehicle")}</b>}
        second={card.vehicle}
      />
    ),
  },
  {
    key: "customer",
    header: heading("job_cards", "customer"),
    width: "minmax(120px, 1.4fr)",
    cell: (card) => <NameCell name={card.customer} company="" />,
  },
  {
    key: "work",
    header: heading("job_cards", "work"),
    width: "minmax(110px, 2fr)",
    cell: (card) => (
      <span dir="auto" title={card.work}>
        {card.work}
      </span>
    ),
  },
  {
    key: "status",
    header: heading("job_cards", "status"),
    width: "96px",
    cell: (card) => <StatusMark mark={statusMarks[card.status]} words={statusWords(card.status)} />,
  },
  {
    key: "due_on",
    header: heading("job_cards", "due_on"),
    width: "102px",
    cell: (card) => card.due_on && <DateText date={card.due_on} />,
  },
  {
    key: "technician",
    header: heading("job_cards", "technician"),
    width: "minmax(96px, 1fr)",
    cell: (card) =>
      card.technician || <span className={shared.quiet}>{text("job_card.noTechnician")}</span>,
  },
  {
    key: "opened_on",
    header: heading("job_cards", "opened_on"),
    width: "90px",
    wide: true,
    cell: (card) => card.opened_on && <DateText date={card.opened_on} />,
  },
];

/** Job cards: what is open by the day it is promised for, everything else newest first. */
export const jobCards: List<"list_job_cards", JobCardsAsked> = {
  name: "list_job_cards",
  page: 100,
  label: text("job_card.title"),
  columns,
  keyOf: (card) => card.id,
  rowHeight: 44,
  counted: { one: "job_card.listOne", many: "job_card.listMany", latest: "job_card.listMore" },
  reports: (asked) => [
    { as: "print", command: "print_job_cards", input: asked },
    { as: "csv", command: "export_job_cards", input: asked },
  ],
};

/** What is asked for as it stands in the address; what is open where nothing does. */
export function readAsked(search: URLSearchParams): JobCardsAsked {
  const show = search.get("show") ?? "open";
  const technician = search.get("technician");
  return {
    open: show === "open",
    status: STATUSES.find((status) => status === show) ?? null,
    technician_id: technician ? (technician as ResourceId) : null,
  };
}

/** Reads back as [`readAsked`]. */
export function writeAsked(asked: JobCardsAsked): Record<string, string> {
  const { technician_id: technician } = asked;
  const show = shownOf(asked);
  return { ...(show === "open" ? {} : { show }), ...(technician ? { technician } : {}) };
}

/** Which cards are shown, in one word. */
export function shownOf({ open, status }: JobCardsAsked): JobStatus | "open" | "all" {
  return status ?? (open ? "open" : "all");
}
