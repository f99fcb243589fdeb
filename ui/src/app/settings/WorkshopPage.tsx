import { useState } from "react";
import { LabourRateCard } from "@/features/setting/service/LabourRateCard";
import { WithSettings } from "@/features/setting/WithSettings";
import { NewResourceButton } from "@/features/workshop/NewResourceButton";
import { ResourceDialog } from "@/features/workshop/ResourceDialog";
import { ResourceList } from "@/features/workshop/ResourceList";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Service > Settings > Workshop: technicians and ramps, and their hours (T-03). */
export function WorkshopPage() {
  const [adding, setAdding] = useState(false);
  return (
    <SectionPage
      section={sections.workshop}
      fill
      actions={<NewResourceButton onClick={() => setAdding(true)} />}
    >
      <WithSettings>{({ values }) => <LabourRateCard values={values} />}</WithSettings>
      <ResourceList onAdd={() => setAdding(true)} />
      {adding && <ResourceDialog resource={null} onClose={() => setAdding(false)} />}
    </SectionPage>
  );
}
