import { VerifyLedger } from "@/features/setting/gdpr/VerifyLedger";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > GDPR > Verify. */
export function VerifyPage() {
  return (
    <SectionPage section={sections.verify}>
      <VerifyLedger />
    </SectionPage>
  );
}
