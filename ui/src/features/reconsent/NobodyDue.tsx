import { IconCalendarOff, IconUserCheck } from "@tabler/icons-react";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { plural, text } from "@/lib/texts";
import { SettingLink } from "./SettingLink";

/** The good news, and when it will change; or that this dealership decided never to ask again (D-12: 0). */
export function NobodyDue({ months }: { months: number }) {
  const never = months === 0;
  return (
    <Card>
      <EmptyState
        icon={never ? <IconCalendarOff size={22} /> : <IconUserCheck size={22} />}
        title={text(never ? "reconsent.neverTitle" : "reconsent.emptyTitle")}
        action={<SettingLink>{text("reconsent.openSetting")}</SettingLink>}
      >
        {never
          ? text("reconsent.neverWords")
          : plural(months, "reconsent.emptyWordsOne", "reconsent.emptyWords")}
      </EmptyState>
    </Card>
  );
}
