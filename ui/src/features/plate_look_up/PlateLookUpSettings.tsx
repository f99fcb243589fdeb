import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { DvlaCard } from "./DvlaCard";
import { DvsaCard } from "./DvsaCard";
import { TestCard } from "./TestCard";

/** Settings > System > Plate Look-up: with what the registers of vehicles are asked (T-02). */
export function PlateLookUpSettings() {
  const kept = useCall("get_plate_look_up", {});
  if (kept.error) return <ErrorState refusal={kept.error} onRetry={() => void kept.refetch()} />;
  if (!kept.data) return <LoadingState />;
  const { dvla, dvsa, problem } = kept.data;
  return (
    <>
      <Card title={text("plate_look_up.title")}>
        <div className={shared.fields}>
          <p className={shared.quiet}>{text("plate_look_up.about")}</p>
          <p className={shared.quiet}>{text("plate_look_up.perComputer")}</p>
          {problem && <Notice tone="warn">{problem}</Notice>}
        </div>
      </Card>
      <DvlaCard kept={dvla} />
      <DvsaCard kept={dvsa} />
      <TestCard any={dvla || dvsa} />
    </>
  );
}
