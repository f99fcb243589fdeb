import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Listing } from "@/lib/pages";
import { Refusal } from "@/lib/refusal";
import { show } from "@/testing/render";
import { ListScreen } from "./ListScreen";
import type { ListOf } from "./list";

interface Tool {
  id: string;
  name: string;
}

const tools: ListOf<Tool> = {
  label: "Tools",
  columns: [
    { key: "name", header: "Name", width: "1fr", sort: "name", cell: ({ name }) => name },
    { key: "spare", header: "Spare", width: "1fr", wide: true, cell: () => "spare" },
  ],
  keyOf: ({ id }) => id,
  rowName: ({ name }) => name,
  counted: { one: "erasure.listOne", many: "erasure.listMany", latest: "erasure.listMore" },
  ticked: { one: "contact.tickedOne", many: "contact.tickedMany" },
};

const rows: Tool[] = [
  { id: "1", name: "Spanner" },
  { id: "2", name: "Jack" },
];

const listing = (more: Partial<Listing<Tool>> = {}): Listing<Tool> => ({
  rows,
  total: rows.length,
  refusal: null,
  isPending: false,
  hasMore: false,
  isLoadingMore: false,
  more: () => undefined,
  again: () => undefined,
  ...more,
});

const nothing = listing({ rows: [], total: 0 });

describe("a list on screen", () => {
  it("says how many there are, and of a list that goes on how many were counted", () => {
    const { rerender } = show(<ListScreen list={tools} listing={listing()} />);
    expect(screen.getByText("2 erased accounts")).toBeInTheDocument();
    rerender(<ListScreen list={tools} listing={listing({ hasMore: true, total: undefined })} />);
    expect(screen.getByText("The 2 latest erased accounts")).toBeInTheDocument();
  });

  it("leaves columns for wide windows out of a narrow one", () => {
    show(<ListScreen list={tools} listing={listing()} />);
    expect(screen.queryByRole("columnheader", { name: "Spare" })).not.toBeInTheDocument();
  });

  it("says that it waits, with what stands above", () => {
    const waits = listing({ rows: [], isPending: true });
    show(<ListScreen list={tools} listing={waits} above={<p>Filters</p>} />);
    expect(screen.getByRole("status", { name: "Loading" })).toBeInTheDocument();
    expect(screen.getByText("Filters")).toBeInTheDocument();
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
  });

  it("shows a refusal instead of rows, but never instead of rows that are there", async () => {
    const again = vi.fn();
    const refusal = Refusal.from({
      code: "not_ready",
      message: "The database is busy.",
      fields: {},
      reference: null,
    });
    const { rerender } = show(
      <ListScreen list={tools} listing={listing({ rows: [], refusal, again })} />,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("The database is busy.");
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(again).toHaveBeenCalledOnce();
    rerender(<ListScreen list={tools} listing={listing({ refusal })} />);
    expect(screen.getByText("Spanner")).toBeInTheDocument();
  });

  it("shows no filters to whoever may not see the list", () => {
    const refusal = Refusal.from({ code: "denied", message: "No.", fields: {}, reference: null });
    const denied = listing({ rows: [], refusal });
    show(<ListScreen list={tools} listing={denied} above={<p>Filters</p>} />);
    expect(screen.queryByText("Filters")).not.toBeInTheDocument();
  });

  it("keeps its head above the words for nothing, or gives way to them", () => {
    const { rerender } = show(<ListScreen list={tools} listing={nothing} empty="No tools" />);
    expect(screen.getByRole("columnheader", { name: "Name" })).toBeInTheDocument();
    expect(screen.getByText("No tools")).toBeInTheDocument();
    rerender(<ListScreen list={tools} listing={nothing} instead={<p>Buy tools</p>} />);
    expect(screen.getByText("Buy tools")).toBeInTheDocument();
    expect(screen.queryByRole("grid")).not.toBeInTheDocument();
  });
});

describe("its ticks", () => {
  const act = (keys: string[]) => <output aria-label="For">{keys.join(" ")}</output>;

  it("lets go of whoever has left a list that has its own order", async () => {
    const { rerender } = show(<ListScreen list={tools} listing={listing()} tickedActions={act} />);
    await userEvent.click(screen.getByRole("checkbox", { name: "Tick all shown" }));
    expect(screen.getByText("2 contacts ticked")).toBeInTheDocument();
    rerender(
      <ListScreen list={tools} listing={listing({ rows: rows.slice(1) })} tickedActions={act} />,
    );
    expect(screen.getByLabelText("For")).toHaveTextContent(/^2$/);
    await userEvent.click(screen.getByRole("button", { name: "Clear ticks" }));
    expect(screen.queryByLabelText("For")).not.toBeInTheDocument();
  });

  it("keeps what is ticked when a sorted list has not loaded it again", async () => {
    const sort = { by: "name", descending: false };
    const { rerender } = show(
      <ListScreen list={tools} listing={listing()} sort={sort} tickedActions={act} />,
    );
    await userEvent.click(screen.getByRole("checkbox", { name: "Tick Spanner" }));
    const less = listing({ rows: rows.slice(1) });
    rerender(
      <ListScreen
        list={tools}
        listing={less}
        sort={{ ...sort, descending: true }}
        tickedActions={act}
      />,
    );
    expect(screen.getByLabelText("For")).toHaveTextContent(/^1$/);
  });
});
