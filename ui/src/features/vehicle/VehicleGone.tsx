import { Button } from "@mantine/core";
import { IconCarOff } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { Page } from "@/components/Page";
import type { Refusal } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { vehicleCrumbs } from "./crumbs";

/** What stands where a vehicle was asked for and refused: mostly that it is not there any more. */
export function VehicleGone({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const navigate = useNavigate();
  return (
    <Page title={text("vehicle.recordTitle")} crumbs={vehicleCrumbs(null)}>
      {refusal.code === "not_found" ? (
        <EmptyState
          icon={<IconCarOff size={22} />}
          title={text("vehicle.goneTitle")}
          action={
            <Button variant="default" onClick={() => navigate(paths.vehicles)}>
              {text("vehicle.backToList")}
            </Button>
          }
        >
          {text("vehicle.goneWords")}
        </EmptyState>
      ) : (
        <ErrorState refusal={refusal} onRetry={onRetry} />
      )}
    </Page>
  );
}
