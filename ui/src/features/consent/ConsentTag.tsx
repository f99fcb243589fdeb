import type { ContactId } from "@/bindings/commands";
import { ShadeMark } from "@/components/ShadeMark";
import { Tag } from "@/components/Tag";
import { useCall } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { daysUntil } from "./due";

/** Beside a contact's name: the one thing about consent that cannot wait, else the traffic light of the list. */
export function ConsentTag({ contactId }: { contactId: ContactId }) {
  const { today } = useSession();
  const consent = useCall("get_consent", { contact_id: contactId });
  const view = consent.data;
  if (!view) return null;
  if (view.excluded) return <Tag tone="bad">{text("consent.tagExcluded")}</Tag>;
  // The words of the panel come as early as Settings call *about to expire*.
  if (view.reconsent_doubt) return <Tag tone="bad">{text("consent.tagClockInDoubt")}</Tag>;
  if (view.reconsent_due && view.reconsent_text) {
    const days = daysUntil(today, view.reconsent_due);
    if (days < 0) {
      return (
        <Tag tone="bad">{text("consent.tagRanOut", { date: ukDate(view.reconsent_due) })}</Tag>
      );
    }
    const words =
      days === 0
        ? text("consent.tagRunsOutToday")
        : days === 1
          ? text("consent.tagRunsOutOne")
          : text("consent.tagRunsOut", { days });
    return <Tag tone="warn">{words}</Tag>;
  }
  if (view.never_reviewed) return <Tag tone="warn">{text("consent.tagNeverReviewed")}</Tag>;
  return <ShadeMark shade={view.shade} words={view.light_text} />;
}
