import { useSession } from "@/lib/session";
import { WithSettings } from "../WithSettings";
import { BulkCard } from "./BulkCard";
import { ClockBehindCard } from "./ClockBehindCard";
import { ClockCard } from "./ClockCard";
import { DealershipCard } from "./DealershipCard";
import { WorkstationCard } from "./WorkstationCard";

/** Settings > System. */
export function SystemSettings() {
  const { idle_minutes, banners } = useSession();
  const behind = banners.find((banner) => banner.kind === "clock" && banner.action);
  return (
    <WithSettings>
      {(settings) => (
        <>
          {behind && <ClockBehindCard words={behind.text} />}
          <DealershipCard dealership={settings.dealership} />
          <ClockCard timeZone={settings.time_zone} idleMinutes={idle_minutes} />
          <BulkCard values={settings.values} />
          <WorkstationCard workstation={settings.workstation} />
        </>
      )}
    </WithSettings>
  );
}
