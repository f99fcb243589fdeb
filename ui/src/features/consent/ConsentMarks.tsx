import type { ContactId } from "@/bindings/commands";
import { ChannelMarks } from "@/components/ChannelMarks";
import { useCall } from "@/lib/api";

/** Beside a contact's name: what may be done by each channel, as every list shows it. The panel says why. */
export function ConsentMarks({ contactId }: { contactId: ContactId }) {
  const consent = useCall("get_consent", { contact_id: contactId });
  return consent.data ? <ChannelMarks marks={consent.data.marks} /> : null;
}
