import { Button, NativeSelect } from "@mantine/core";
import { IconCalendarCheck, IconCar, IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { ListReports } from "@/components/list/ListReports";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { WithReason } from "@/components/WithReason";
import { paths } from "@/lib/paths";
import { useMissingRight, useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Vehicle.module.css";
import { asked, type Due, type Shown, SOON_DAYS, sorted } from "./vehicleFilter";
import { columnsOn, vehicles } from "./vehicles";

interface VehicleListProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** All Vehicles: sorted, or only those that are due soon. */
export function VehicleList({ shown, onShow }: VehicleListProps) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { today } = useSession();
  const listing = useList(vehicles, asked(shown, today));
  const list = useMemo(() => ({ ...vehicles, columns: columnsOn(today) }), [today]);
  return (
    <ListScreen
      list={list}
      listing={listing}
      aside={<DueChoice shown={shown} onShow={onShow} />}
      instead={shown.due ? undefined : <NoVehicles />}
      empty={
        <EmptyState icon={<IconCalendarCheck size={22} />} title={text("vehicle.noneDue")}>
          {text("vehicle.noneDueWords")}
        </EmptyState>
      }
      sort={shown.sort}
      onSort={(sort) => onShow(sorted(shown, sort))}
      of={JSON.stringify(shown)}
      onOpen={({ id }) => navigate(paths.vehicle(id), { state: { from: pathname + search } })}
      autoFocus
    />
  );
}

/** The buttons of All Vehicles. */
export function VehicleListActions({ shown }: { shown: Shown }) {
  const navigate = useNavigate();
  const { today } = useSession();
  const missing = useMissingRight("create_vehicle");
  const reports = vehicles.reports?.(asked(shown, today)) ?? [];
  return (
    <>
      <ListReports reports={reports} />
      <WithReason reason={missing}>
        <Button leftSection={<IconPlus size={15} />} onClick={() => navigate(paths.newVehicle())}>
          {text("vehicle.newVehicle")}
        </Button>
      </WithReason>
    </>
  );
}

function DueChoice({ shown, onShow }: VehicleListProps) {
  return (
    <NativeSelect
      className={classes.choice}
      aria-label={text("vehicle.show")}
      value={shown.due ?? ""}
      data={[
        { value: "", label: text("vehicle.showAll") },
        { value: "mot_due", label: text("vehicle.showMot", { count: SOON_DAYS }) },
        { value: "service_due", label: text("vehicle.showService", { count: SOON_DAYS }) },
      ]}
      onChange={({ currentTarget }) => {
        const due = (currentTarget.value || null) as Due | null;
        onShow({ due, sort: { by: due ?? "registration", descending: false } });
      }}
    />
  );
}

/** A fresh dealership: how to begin. */
function NoVehicles() {
  const navigate = useNavigate();
  const missing = useMissingRight("create_vehicle");
  return (
    <Card>
      <EmptyState
        icon={<IconCar size={22} />}
        title={text("vehicle.emptyTitle")}
        action={
          <WithReason reason={missing}>
            <Button onClick={() => navigate(paths.newVehicle())}>
              {text("vehicle.createFirst")}
            </Button>
          </WithReason>
        }
      >
        {text("vehicle.emptyWords")}
      </EmptyState>
    </Card>
  );
}
