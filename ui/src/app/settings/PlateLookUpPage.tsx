import { PlateLookUpSettings } from "@/features/plate_look_up/PlateLookUpSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > Plate Look-up. */
export function PlateLookUpPage() {
  return (
    <SectionPage section={sections.plateLookUp}>
      <PlateLookUpSettings />
    </SectionPage>
  );
}
