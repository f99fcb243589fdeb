import { SystemSettings } from "@/features/setting/system/SystemSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System. */
export function SystemPage() {
  return (
    <SectionPage section={sections.system}>
      <SystemSettings />
    </SectionPage>
  );
}
