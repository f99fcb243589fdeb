import { useSearchParams } from "react-router";
import type { ContactSort } from "@/bindings/commands";
import { Page } from "@/components/Page";
import type { Sort } from "@/components/Table";
import { PrintFormsButton } from "@/features/capture_form/PrintFormsButton";
import { ContactList } from "@/features/contact/ContactList";
import { ListActions } from "@/features/contact/ListActions";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

const SORTS: readonly ContactSort[] = ["name", "reference", "changed", "postcode"];

/** Customers > All Contacts. How it is sorted and what was searched for stand in the address, so that coming back finds it so. */
export function ContactsPage() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get("sort");
  const sort: Sort = {
    by: SORTS.find((known) => known === asked) ?? "name",
    descending: search.has("descending"),
  };
  const words = search.get("search") ?? "";
  const onSort = ({ by, descending }: Sort) =>
    setSearch(
      {
        sort: by,
        ...(descending && { descending: "" }),
        ...(words !== "" && { search: words }),
      },
      { replace: true },
    );
  return (
    <Page
      fill
      title={text("contact.allContacts")}
      crumbs={customersCrumbs()}
      actions={<ListActions sort={sort.by as ContactSort} search={words} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ContactList
          sort={sort}
          onSort={onSort}
          search={words}
          onEverybody={() => setSearch({ sort: sort.by }, { replace: true })}
          tickedActions={(ids) => <PrintFormsButton ids={ids} />}
        />
      </div>
    </Page>
  );
}
