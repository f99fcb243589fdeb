import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MemoryRouter, useSearchParams } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, ContactLine, ListContacts } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactList } from "./ContactList";
import { readNarrowing, readSort, writeSearch } from "./contactFilter";
import { ListActions } from "./ListActions";
import { useContacts } from "./useContacts";

const TOTAL = 100_000;

function line(number: number): ContactLine {
  return {
    id: `${number}` as ContactId,
    reference: `C${number}`,
    name: `Ann Abel${number}`,
    filed_as: `Abel${number}, Ann`,
    died: null,
    company: "",
    town: "Malvern",
    postcode: "WR14 3AA",
    phone: "",
    email: "",
    registration: "",
    marks: [],
    consent: "Not asked",
    changed_local: "",
  };
}

/** A dealership of 100,000, of whom two answered by Letter. */
function dealership() {
  const handed = { file: "Contacts.pdf", folder: null, opened: true, cancelled: false };
  return answer({
    list_contacts: (input: ListContacts) => {
      const total = input.town === "Nowhere" ? 0 : input.letter ? 2 : TOTAL;
      const begin = input.at ?? 0;
      const length = Math.max(0, Math.min(input.limit, total - begin));
      return {
        rows: Array.from({ length }, (_, at) => line(begin + at)),
        next: null,
        total,
      };
    },
    list_contact_ids: () => ["0", "1"] as ContactId[],
    list_contact_choices: () => ({ towns: ["Ludlow", "Malvern"], imports: [] }),
    locate_contact: () => ({ row: 50_000 }),
    print_contacts: () => handed,
    export_contacts: () => handed,
  });
}

/** The list with its actions, as its page puts them together. */
function Screen() {
  const [search, setSearch] = useSearchParams();
  const [sort, narrowing] = [readSort(search), readNarrowing(search)];
  const listing = useContacts(sort, narrowing);
  const marks = useState<ReadonlySet<string>>(new Set());
  const ticked = [...marks[0]] as ContactId[];
  return (
    <>
      <ListActions sort={sort} narrowing={narrowing} ticked={ticked} total={listing.total} />
      <ContactList
        listing={listing}
        sort={sort}
        onSort={(next) => setSearch(writeSearch(next, narrowing))}
        narrowing={narrowing}
        onNarrow={(next) => setSearch(writeSearch(sort, next))}
        marks={marks}
        tickedActions={() => null}
      />
    </>
  );
}

function open(address = "/") {
  const send = dealership();
  show(
    <MemoryRouter initialEntries={[address]}>
      <Screen />
    </MemoryRouter>,
    { rights: ["export_reports"] },
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("All Contacts", () => {
  it("is as long as there are contacts, and fetches those who are in sight", async () => {
    const { send } = open();
    expect(await screen.findByText("Abel0, Ann")).toBeInTheDocument();
    expect(screen.getByText("100,000 contacts")).toBeInTheDocument();
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "100001");
    const asked = send.mock.calls.filter(([name]) => name === "list_contacts");
    expect(asked.map(([, input]) => (input as ListContacts).at)).toEqual([0]);
  });

  it("fetches the rows that the scrollbar is dragged to, and none that fly by", async () => {
    const { send } = open();
    await screen.findByText("Abel0, Ann");
    const grid = screen.getByRole("grid");
    for (const row of [20_000, 50_000, 99_000]) {
      fireEvent.scroll(grid, { target: { scrollTop: row * 36 } });
    }
    expect(await screen.findByText("Abel99000, Ann")).toBeInTheDocument();
    const asked = send.mock.calls.filter(([name]) => name === "list_contacts");
    const begins = asked.map(([, input]) => (input as ListContacts).at ?? 0);
    expect(begins.filter((at) => at > 0 && at < 98_000)).toEqual([]);
    expect(screen.getByText("100,000 contacts")).toBeInTheDocument();
  });

  it("shows surnames first only where it is sorted by them", async () => {
    const { user } = open();
    expect(await screen.findByText("Abel0, Ann")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Town" }));
    expect(await screen.findByText("Ann Abel0")).toBeInTheDocument();
  });

  it("is sorted by every column but the marks", async () => {
    open();
    await screen.findByText("Abel0, Ann");
    const heads = screen.getAllByRole("columnheader");
    const fixed = heads.filter((head) => !within(head).queryByRole("button"));
    expect(fixed.map((head) => head.textContent)).toEqual(["", "Consent"]);
  });

  it("is narrowed by a channel, says so, counts what is left, and is cleared again", async () => {
    const { send, user } = open();
    await screen.findByText("100,000 contacts");
    await user.click(screen.getByRole("button", { name: "Filter" }));
    await user.selectOptions(await screen.findByLabelText("Letter"), "May");
    expect(await screen.findByText("2 contacts")).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith("list_contacts", expect.objectContaining({ letter: "may" }));
    expect(screen.getByRole("button", { name: "Print 2 shown" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Remove filter Letter: May" }));
    expect(await screen.findByText("100,000 contacts")).toBeInTheDocument();
  });

  it("says that none match, with nothing to print, and how to get everybody back", async () => {
    const { user } = open("/?town=Nowhere");
    expect(await screen.findByText("None match")).toBeInTheDocument();
    const print = screen.getByRole("button", { name: "Print 0 shown" });
    expect(print).toBeDisabled();
    expect(print).toHaveAccessibleDescription("There is nothing on the list.");
    await user.click(screen.getAllByRole("button", { name: "Clear filters" })[0] as HTMLElement);
    expect(await screen.findByText("100,000 contacts")).toBeInTheDocument();
  });

  it("prints and exports those who are ticked, whatever it is sorted and narrowed by since", async () => {
    const { send, user } = open();
    await user.click(await screen.findByRole("checkbox", { name: "Tick Ann Abel3" }));
    await user.click(screen.getByRole("checkbox", { name: "Tick Ann Abel5" }));
    await user.click(screen.getByRole("button", { name: "Town" }));
    await user.click(screen.getByRole("button", { name: "Print 2 ticked" }));
    await user.click(screen.getByRole("button", { name: "Export 2 ticked" }));
    const chosen = { sort: "town", descending: false, ids: ["3", "5"] };
    await waitFor(() => {
      expect(send).toHaveBeenCalledWith("print_contacts", chosen);
      expect(send).toHaveBeenCalledWith("export_contacts", chosen);
    });
  });

  it("ticks all that the list holds, of which only the first are here", async () => {
    const { send, user } = open("/?letter=may");
    await user.click(await screen.findByRole("checkbox", { name: "Tick all 2" }));
    expect(await screen.findByText("2 contacts ticked")).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith(
      "list_contact_ids",
      expect.objectContaining({ letter: "may" }),
    );
  });
});
