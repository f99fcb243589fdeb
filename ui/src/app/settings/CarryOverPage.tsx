import { CarryOver } from "@/features/carry_over/CarryOver";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > System > GDPR > Carry over from the old system. */
export function CarryOverPage() {
  return (
    <SectionPage section={sections.carryOver}>
      <CarryOver />
    </SectionPage>
  );
}
