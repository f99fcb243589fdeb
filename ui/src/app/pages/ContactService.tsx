import type { ContactId } from "@/bindings/commands";
import { ContactBookings } from "@/features/booking/ContactBookings";
import { ContactInvoices } from "@/features/invoice/ContactInvoices";
import { ContactJobCards } from "@/features/job_card/ContactJobCards";
import classes from "./Service.module.css";

/** The Service tab of a contact's record: what is booked, what was done, what was charged. */
export function ContactService({ contactId }: { contactId: ContactId }) {
  return (
    <div className={classes.sections}>
      <ContactBookings contactId={contactId} />
      <ContactJobCards contactId={contactId} />
      <ContactInvoices contactId={contactId} />
    </div>
  );
}
