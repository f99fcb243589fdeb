import { Button, Group } from "@mantine/core";
import { IconBoxOff } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import type { PartId, PartView } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { WithReason } from "@/components/WithReason";
import { CountDialog } from "@/features/part/CountDialog";
import { EditPartDialog } from "@/features/part/EditPartDialog";
import { Movements } from "@/features/part/Movements";
import classes from "@/features/part/Part.module.css";
import { PartFacts, PartStock } from "@/features/part/PartFacts";
import { ReceiveDialog } from "@/features/part/ReceiveDialog";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { partsCrumbs } from "./parts";

/** One part: what is written of it, what there is, and what moved it. */
export function PartPage() {
  const id = (useParams().id ?? "") as PartId;
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { id: PartId }) {
  const navigate = useNavigate();
  const part = useCall("get_part", { id }, { refetchOnMount: "always" });
  if (part.data) return <Record part={part.data} />;
  return (
    <Page title={text("part.recordTitle")} crumbs={partsCrumbs()}>
      {!part.error ? (
        <LoadingState />
      ) : part.error.code === "not_found" || part.error.code === "invalid" ? (
        <EmptyState
          icon={<IconBoxOff size={22} />}
          title={text("part.goneTitle")}
          action={
            <Button variant="default" onClick={() => navigate(paths.parts)}>
              {text("part.backToList")}
            </Button>
          }
        >
          {text("part.goneWords")}
        </EmptyState>
      ) : (
        <ErrorState refusal={part.error} onRetry={part.refetch} />
      )}
    </Page>
  );
}

type Doing = "edit" | "receive" | "count";

function Record({ part }: { part: PartView }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const missing = useMissingRight("update_part");
  const close = () => setDoing(null);
  return (
    <Page title={part.number} crumbs={partsCrumbs()}>
      <div className={classes.record}>
        <div className={classes.side}>
          <PartStock
            part={part}
            action={
              <Group gap={8}>
                <WithReason reason={missing}>
                  <Button variant="default" size="xs" onClick={() => setDoing("count")}>
                    {text("part.count")}
                  </Button>
                </WithReason>
                <WithReason reason={missing}>
                  <Button size="xs" onClick={() => setDoing("receive")}>
                    {text("part.receive")}
                  </Button>
                </WithReason>
              </Group>
            }
          />
          <PartFacts
            part={part}
            action={
              <WithReason reason={missing}>
                <Button variant="default" size="xs" onClick={() => setDoing("edit")}>
                  {text("part.edit")}
                </Button>
              </WithReason>
            }
          />
        </div>
        <Movements id={part.id} />
      </div>
      {doing === "edit" && <EditPartDialog part={part} onClose={close} />}
      {doing === "receive" && <ReceiveDialog part={part} onClose={close} />}
      {doing === "count" && <CountDialog part={part} onClose={close} />}
    </Page>
  );
}
