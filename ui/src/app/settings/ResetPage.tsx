import { ResetPreferences } from "@/features/consent/ResetPreferences";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > GDPR > Reset preferences. */
export function ResetPage() {
  return (
    <SectionPage section={sections.reset}>
      <ResetPreferences />
    </SectionPage>
  );
}
