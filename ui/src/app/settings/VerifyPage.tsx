import { RolledBackCard } from "@/features/setting/gdpr/RolledBackCard";
import { VerifyLedger } from "@/features/setting/gdpr/VerifyLedger";
import { useSession } from "@/lib/session";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > GDPR > Verify. */
export function VerifyPage() {
  const { banners } = useSession();
  const rolledBack = banners.find((banner) => banner.kind === "ledger_rolled_back");
  return (
    <SectionPage section={sections.verify}>
      {rolledBack && <RolledBackCard words={rolledBack.text} />}
      <VerifyLedger />
    </SectionPage>
  );
}
