import { RenewRecoveryKey } from "@/features/startup/RenewRecoveryKey";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Emergency recovery. */
export function RecoveryPage() {
  return (
    <SectionPage section={sections.recovery}>
      <RenewRecoveryKey />
    </SectionPage>
  );
}
