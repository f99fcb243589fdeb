import { PlaceholderSettings } from "@/features/setting/system/PlaceholderSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > Placeholders. */
export function PlaceholdersPage() {
  return (
    <SectionPage section={sections.placeholders}>
      <PlaceholderSettings />
    </SectionPage>
  );
}
