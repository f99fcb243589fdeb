import type { VehicleFilter, VehicleRow } from "@/bindings/types";
import type { List } from "@/components/list/list";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { ukDate } from "@/lib/format";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";
import { Plate } from "./Plate";
import { makeAndModel } from "./words";

/** A day that is due; one that is over is told by word and shape. */
function Due({ day, today }: { day: string | null; today: string }) {
  if (!day) return null;
  if (day >= today) return <span className={shared.figures}>{ukDate(day)}</span>;
  return <StatusMark mark="caution" words={text("vehicle.overdue", { date: ukDate(day) })} />;
}

/** The columns, on this day. */
export function columnsOn(today: string): Column<VehicleRow>[] {
  return [
    {
      key: "registration",
      header: heading("vehicles", "registration"),
      width: "124px",
      sort: "registration",
      cell: (row) => <Plate registration={row.registration} />,
    },
    {
      key: "make",
      header: `${heading("vehicles", "make")}, ${heading("vehicles", "model").toLowerCase()}`,
      width: "minmax(120px, 1.3fr)",
      fit: { words: makeAndModel, least: 120, most: 280 },
      sort: "make",
      cell: (row) => <bdi>{makeAndModel(row)}</bdi>,
    },
    {
      key: "keeper",
      header: heading("vehicles", "keeper"),
      width: "minmax(120px, 1.3fr)",
      fit: { words: (row) => row.keeper, least: 120, most: 280 },
      cell: (row) => <bdi>{row.keeper}</bdi>,
    },
    {
      key: "mot_due",
      header: heading("vehicles", "mot_due"),
      width: "158px",
      sort: "mot_due",
      cell: (row) => <Due day={row.mot_due} today={today} />,
    },
    {
      key: "service_due",
      header: heading("vehicles", "service_due"),
      width: "158px",
      sort: "service_due",
      cell: (row) => <Due day={row.service_due} today={today} />,
    },
    {
      key: "recalled",
      header: heading("vehicles", "recalled"),
      width: "90px",
      cell: (row) => row.recalled && <StatusMark mark="bad" words={text("vehicle.recalled")} />,
    },
    {
      key: "vin",
      header: heading("vehicles", "vin"),
      width: "172px",
      wide: true,
      cell: (row) => <span className={shared.figures}>{row.vin}</span>,
    },
  ];
}

/** What is printed and exported: the list as it is shown. */
function reportsOf(filter: VehicleFilter) {
  const some = filter.due_until !== undefined;
  return [
    {
      as: "print",
      command: "print_vehicles",
      input: filter,
      label: some ? text("vehicle.printShown") : undefined,
    },
    {
      as: "csv",
      command: "export_vehicles",
      input: filter,
      label: some ? text("vehicle.exportShown") : undefined,
    },
  ] as const;
}

/** All Vehicles. */
export const vehicles: List<"list_vehicles", VehicleFilter> = {
  name: "list_vehicles",
  page: 200,
  label: text("vehicle.allVehicles"),
  columns: columnsOn("0000-00-00"),
  keyOf: (row) => row.id,
  rowName: (row) => row.registration || makeAndModel(row),
  counted: { one: "vehicle.listOne", many: "vehicle.listMany", latest: "vehicle.listMore" },
  reports: reportsOf,
};
