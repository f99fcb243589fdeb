import { GdprSettings } from "@/features/setting/gdpr/GdprSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > GDPR. */
export function GdprPage() {
  return (
    <SectionPage section={sections.gdpr}>
      <GdprSettings />
    </SectionPage>
  );
}
