import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { type Column, type Sort, Table } from "./Table";

interface Car {
  plate: string;
  make: string;
}

const cars: Car[] = Array.from({ length: 500 }, (_, index) => ({
  plate: `EU56 ${String(index).padStart(3, "0")}`,
  make: index % 2 === 0 ? "Astra" : "Corsa",
}));

const columns: Column<Car>[] = [
  { key: "plate", header: "Plate", width: "120px", sort: "plate", cell: (car) => car.plate },
  { key: "make", header: "Make", width: "1fr", cell: (car) => car.make },
];

const common = { label: "Cars", columns, keyOf: (car: Car) => car.plate };

function Ticking({ onOpen }: { onOpen: (car: Car) => void }) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <output>{ticked.size}</output>
      <Table
        {...common}
        rows={cars.slice(0, 5)}
        ticked={ticked}
        onTick={setTicked}
        onOpen={onOpen}
        rowName={(car) => car.plate}
      />
    </>
  );
}

function Sorting({ onAsked }: { onAsked: (sort: Sort) => void }) {
  const [sort, setSort] = useState<Sort>({ by: "name", descending: false });
  return (
    <Table
      {...common}
      rows={cars}
      sort={sort}
      onSort={(next) => {
        onAsked(next);
        setSort(next);
      }}
    />
  );
}

describe("Table", () => {
  it("draws a screenful of a long list, and tells how long it is", () => {
    show(<Table {...common} rows={cars} total={90_000} />);
    const grid = screen.getByRole("grid", { name: "Cars" });
    expect(grid).toHaveAttribute("aria-rowcount", "90001");
    expect(within(grid).getAllByRole("row").length).toBeLessThan(60);
    expect(screen.getByText("EU56 000")).toBeInTheDocument();
  });

  it("walks by arrow keys and opens with Enter", async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    show(<Table {...common} rows={cars} onOpen={open} />);
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
    expect(open).toHaveBeenCalledExactlyOnceWith(cars[1], 1);
  });

  it("leaves the focus in a field that somebody types in while the list comes", () => {
    const { rerender } = show(
      <>
        <input aria-label="Search" />
        {null}
      </>,
    );
    screen.getByLabelText("Search").focus();
    rerender(
      <>
        <input aria-label="Search" />
        <Table {...common} rows={cars} autoFocus />
      </>,
    );
    expect(screen.getByLabelText("Search")).toHaveFocus();
  });

  it("leaves the focus in a dialog that asks something while the list comes", () => {
    const { unmount } = show(
      <>
        <div role="dialog">A question</div>
        <Table {...common} rows={cars} rowHeight={40} autoFocus />
      </>,
    );
    expect(document.body).toHaveFocus();
    unmount();
    show(<Table {...common} rows={cars} rowHeight={40} autoFocus />);
    expect(screen.getByRole("grid")).toHaveFocus();
  });

  it("does not walk past the ends", async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    show(<Table {...common} rows={cars.slice(0, 3)} onOpen={open} />);
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowUp}{Enter}{End}{ArrowDown}{Enter}");
    expect(open.mock.calls).toEqual([
      [cars[0], 0],
      [cars[2], 2],
    ]);
  });

  it("opens by click, once", async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    show(<Table {...common} rows={cars} onOpen={open} />);
    await user.click(screen.getByText("EU56 004"));
    expect(open).toHaveBeenCalledExactlyOnceWith(cars[4], 4);
  });

  it("ticks with Space and all at once from the header, without opening", async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    show(<Ticking onOpen={open} />);
    screen.getByRole("grid").focus();
    await user.keyboard("{ArrowDown} ");
    expect(screen.getByRole("checkbox", { name: "Tick EU56 001" })).toBeChecked();
    await user.click(screen.getByRole("checkbox", { name: "Tick EU56 003" }));
    expect(screen.getByRole("status")).toHaveTextContent("2");
    await user.click(screen.getByRole("checkbox", { name: "Tick all shown" }));
    expect(screen.getByRole("status")).toHaveTextContent("5");
    expect(open).not.toHaveBeenCalled();
  });

  it("sorts by a header, the other way round the second time", async () => {
    const user = userEvent.setup();
    const asked: Sort[] = [];
    show(<Sorting onAsked={(sort) => asked.push(sort)} />);
    await user.click(screen.getByRole("button", { name: "Plate" }));
    await user.click(screen.getByRole("button", { name: "Plate" }));
    expect(asked).toEqual([
      { by: "plate", descending: false },
      { by: "plate", descending: true },
    ]);
    expect(screen.getByRole("columnheader", { name: "Plate" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
  });

  it("asks for more when the end of what is there comes near", () => {
    const more = vi.fn();
    const { unmount } = show(<Table {...common} rows={cars} onNearEnd={more} />);
    expect(more).not.toHaveBeenCalled();
    unmount();
    show(<Table {...common} rows={cars.slice(0, 25)} onNearEnd={more} />);
    expect(more).toHaveBeenCalled();
  });

  it("has a place for every row there is, and asks for those in sight", () => {
    const look = vi.fn();
    const some = new Array<Car | undefined>(90_000);
    some[0] = cars[0];
    show(<Table {...common} rows={some} onLook={look} />);
    const rows = screen.getAllByRole("row");
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "90001");
    expect(screen.getByRole("rowgroup")).toHaveStyle({ height: `${90_000 * 36}px` });
    expect(rows[2]).toHaveAttribute("aria-busy", "true");
    expect(rows[2]?.style.height).toBe(rows[1]?.style.height);
    expect(look).toHaveBeenLastCalledWith(0, expect.any(Number));
  });

  it("goes to the end and to a letter of rows that are not here yet", async () => {
    const user = userEvent.setup();
    const some = new Array<Car | undefined>(90_000);
    some[0] = cars[0];
    const letters = vi.fn(async (typed: string) => (typed === "sm" ? 61_000 : 60_000));
    show(<Table {...common} rows={some} onLetters={letters} />);
    const grid = screen.getByRole("grid");
    const active = () => grid.getAttribute("aria-activedescendant")?.split("-").at(-1);
    grid.focus();
    await user.keyboard("{End}");
    expect(active()).toBe("89999");
    await user.keyboard("{Home}sm");
    expect(letters.mock.calls).toEqual([["s"], ["sm"]]);
    await waitFor(() => expect(active()).toBe("61000"));
    await user.click(screen.getByRole("button", { name: "Go to B" }));
    expect(letters).toHaveBeenLastCalledWith("B");
  });

  it("begins at its beginning when it becomes a list of something else", async () => {
    const user = userEvent.setup();
    const { rerender } = show(<Table {...common} rows={cars} of="all" />);
    const grid = screen.getByRole("grid");
    grid.focus();
    await user.keyboard("{End}");
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/-499$/);
    rerender(<Table {...common} rows={cars} of="some" />);
    expect(grid.getAttribute("aria-activedescendant")).toMatch(/-0$/);
  });

  it("ticks everything there is, not only what is here", async () => {
    const user = userEvent.setup();
    const all = vi.fn();
    const some = new Array<Car | undefined>(1_204);
    some[0] = cars[0];
    show(<Table {...common} rows={some} ticked={new Set()} onTickAll={all} />);
    await user.click(screen.getByRole("checkbox", { name: "Tick all 1,204" }));
    expect(all).toHaveBeenCalledOnce();
  });

  it("gives a column the room its words take, between the least and the most", () => {
    const fitting = columns.map((column) => ({
      ...column,
      fit: { words: (car: Car) => car.plate.repeat(9), least: 50, most: 200 },
    }));
    show(<Table {...common} columns={fitting} rows={cars} />);
    expect(screen.getAllByRole("row")[0]).toHaveStyle({
      gridTemplateColumns: "minmax(50px, 200fr) minmax(50px, 200fr)",
    });
  });

  it("names the whole of a cell that is cut, and only of one that is", async () => {
    const user = userEvent.setup();
    show(<Table {...common} rows={cars.slice(0, 1)} />);
    const cell = screen.getByText("EU56 000");
    await user.hover(cell);
    expect(cell).not.toHaveAttribute("title");
    vi.spyOn(cell, "scrollWidth", "get").mockReturnValue(2_000);
    await user.unhover(cell);
    await user.hover(cell);
    expect(cell).toHaveAttribute("title", "EU56 000");
  });

  it("shows what stands for an empty list", () => {
    show(<Table {...common} rows={[]} empty={<p>No cars yet</p>} />);
    expect(screen.getByText("No cars yet")).toBeInTheDocument();
  });
});
