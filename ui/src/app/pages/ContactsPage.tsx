import { useState } from "react";
import type { ContactSort } from "@/bindings/commands";
import { Page } from "@/components/Page";
import type { Sort } from "@/components/Table";
import { PrintFormsButton } from "@/features/capture/PrintFormsButton";
import { ContactList } from "@/features/contacts/ContactList";
import { ListActions } from "@/features/contacts/ListActions";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";

/** Customers > All Contacts. */
export function ContactsPage() {
  const [sort, setSort] = useState<Sort>({ by: "name", descending: false });
  return (
    <Page
      fill
      title={text("contacts.allContacts")}
      crumbs={[{ label: text("contacts.customers") }]}
      actions={<ListActions sort={sort.by as ContactSort} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ContactList
          sort={sort}
          onSort={setSort}
          tickedActions={(ids) => <PrintFormsButton ids={ids} />}
        />
      </div>
    </Page>
  );
}
