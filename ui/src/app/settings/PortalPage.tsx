import { PortalSettings } from "@/features/setting/gdpr/PortalSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > GDPR > Consent Portal. */
export function PortalPage() {
  return (
    <SectionPage section={sections.portal}>
      <PortalSettings />
    </SectionPage>
  );
}
