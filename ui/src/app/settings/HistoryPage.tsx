import { SettingHistory, SettingHistoryReports } from "@/features/setting/gdpr/SettingHistory";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > GDPR > History. */
export function HistoryPage() {
  return (
    <SectionPage section={sections.history} fill actions={<SettingHistoryReports />}>
      <SettingHistory />
    </SectionPage>
  );
}
