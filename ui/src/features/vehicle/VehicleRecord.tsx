import { Button, Menu } from "@mantine/core";
import {
  IconCalendarPlus,
  IconChevronDown,
  IconId,
  IconSearch,
  IconUserShare,
} from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { VehicleId, VehicleView } from "@/bindings/types";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { Page } from "@/components/Page";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { ChangeKeeperDialog } from "./ChangeKeeperDialog";
import { ChangePlateDialog } from "./ChangePlateDialog";
import { vehicleCrumbs } from "./crumbs";
import { FactsCard } from "./FactsCard";
import { LookUpDialog } from "./LookUpDialog";
import { KeepersCard, MileageCard, PlatesCard } from "./PastCards";
import { RemindersCard } from "./RemindersCard";
import classes from "./Vehicle.module.css";
import { VehicleGone } from "./VehicleGone";
import { makeAndModel } from "./words";

/** One vehicle's record. */
export function VehicleRecord() {
  const id = (useParams().id ?? "") as VehicleId;
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { id: VehicleId }) {
  const vehicle = useCall("get_vehicle", { id }, { refetchOnMount: "always" });
  if (vehicle.error) return <VehicleGone refusal={vehicle.error} onRetry={vehicle.refetch} />;
  if (!vehicle.data) {
    return (
      <Page title={text("vehicle.recordTitle")}>
        <LoadingState />
      </Page>
    );
  }
  return <Record vehicle={vehicle.data} />;
}

type Asking = "keeper" | "plate" | "look_up";

function Record({ vehicle }: { vehicle: VehicleView }) {
  const { state } = useLocation();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <Page
      title={vehicle.registration || makeAndModel(vehicle) || text("vehicle.noPlate")}
      crumbs={vehicleCrumbs(state?.from)}
      tags={
        <>
          {vehicle.recall === "yes" && <Tag tone="bad">{vehicle.recall_text}</Tag>}
          {vehicle.no_service_contact && <Tag tone="warn">{text("vehicle.noServiceContact")}</Tag>}
        </>
      }
      actions={<Actions vehicle={vehicle} onAsk={setAsking} />}
    >
      <div className={classes.record}>
        <div className={classes.column}>
          {vehicle.warnings.map((words) => (
            <Notice key={words} tone="warn">
              {words}
            </Notice>
          ))}
          <FactsCard vehicle={vehicle} />
          <RemindersCard vehicle={vehicle} />
        </div>
        <div className={classes.column}>
          <KeepersCard vehicle={vehicle} />
          <MileageCard vehicle={vehicle} />
          <PlatesCard vehicle={vehicle} />
        </div>
      </div>
      {asking === "keeper" && <ChangeKeeperDialog vehicle={vehicle} onClose={close} />}
      {asking === "plate" && <ChangePlateDialog vehicle={vehicle} onClose={close} />}
      {asking === "look_up" && <LookUpDialog vehicle={vehicle} onClose={close} />}
    </Page>
  );
}

/** The buttons of a record. */
function Actions({ vehicle, onAsk }: { vehicle: VehicleView; onAsk: (asked: Asking) => void }) {
  const navigate = useNavigate();
  const missing = useMissingRight("update_vehicle");
  const item = (asked: Asking, icon: ReactNode, words: string, no: boolean) => (
    <Menu.Item leftSection={icon} disabled={no} onClick={() => onAsk(asked)}>
      {words}
    </Menu.Item>
  );
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarPlus size={16} />}
        onClick={() =>
          navigate(paths.newBooking({ vehicle: vehicle.id, contact: vehicle.keeper?.contact_id }))
        }
      >
        {text("vehicle.book")}
      </Button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {text("vehicle.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item(
            "look_up",
            <IconSearch size={16} />,
            text("vehicle.lookUp"),
            missing !== null || vehicle.registration === "",
          )}
          {item(
            "keeper",
            <IconUserShare size={16} />,
            text("vehicle.changeKeeper"),
            missing !== null,
          )}
          {item("plate", <IconId size={16} />, text("vehicle.changePlate"), missing !== null)}
        </Menu.Dropdown>
      </Menu>
      <WithReason reason={missing}>
        <Button onClick={() => navigate(paths.editVehicle(vehicle.id))}>
          {text("vehicle.edit")}
        </Button>
      </WithReason>
    </>
  );
}
