import { screen, within } from "@testing-library/react";
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
    expect(open).toHaveBeenCalledExactlyOnceWith(cars[1]);
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
    expect(open.mock.calls).toEqual([[cars[0]], [cars[2]]]);
  });

  it("opens by click, once", async () => {
    const user = userEvent.setup();
    const open = vi.fn();
    show(<Table {...common} rows={cars} onOpen={open} />);
    await user.click(screen.getByText("EU56 004"));
    expect(open).toHaveBeenCalledExactlyOnceWith(cars[4]);
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

  it("shows what stands for an empty list", () => {
    show(<Table {...common} rows={[]} empty={<p>No cars yet</p>} />);
    expect(screen.getByText("No cars yet")).toBeInTheDocument();
  });
});
