import { useState } from "react";
import { useSearchParams } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { Page } from "@/components/Page";
import { PrintFormsButton } from "@/features/capture_form/PrintFormsButton";
import { ContactList } from "@/features/contact/ContactList";
import { readNarrowing, readSort, writeSearch } from "@/features/contact/contactFilter";
import { ListActions } from "@/features/contact/ListActions";
import { useContacts } from "@/features/contact/useContacts";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > All Contacts. How it is sorted and narrowed stands in the address, so that coming back finds it so. */
export function ContactsPage() {
  const [search, setSearch] = useSearchParams();
  const sort = readSort(search);
  const narrowing = readNarrowing(search);
  const listing = useContacts(sort, narrowing);
  const marks = useState<ReadonlySet<string>>(new Set());
  const ticked = [...marks[0]] as ContactId[];
  return (
    <Page
      fill
      title={text("contact.allContacts")}
      crumbs={customersCrumbs()}
      actions={
        <ListActions sort={sort} narrowing={narrowing} ticked={ticked} total={listing.total} />
      }
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ContactList
          listing={listing}
          sort={sort}
          onSort={(next) => setSearch(writeSearch(next, narrowing), { replace: true })}
          narrowing={narrowing}
          onNarrow={(next) => setSearch(writeSearch(sort, next), { replace: true })}
          marks={marks}
          tickedActions={(ids) => <PrintFormsButton ids={ids} />}
        />
      </div>
    </Page>
  );
}
