import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type { CarryOverInspection, CarryOverReport, Right } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { CarryOver } from "./CarryOver";

const found: CarryOverInspection = {
  file_name: "dpa.csv",
  bytes: 120,
  rows: 5,
  headers: ["Ref", "Mail", "NF", "No Marketing"],
  sample: [["OLD-1", "a@example.com", "Y", "N"]],
  columns: { reference: "Ref", email: null, no_follow_up: "", no_marketing: "No Marketing" },
};
const report: CarryOverReport = {
  dry_run: true,
  file_name: "dpa.csv",
  rows: 5,
  matched: 3,
  repeated: 0,
  not_found: 1,
  ambiguous: 0,
  failed: 1,
  no_marketing: 1,
  no_follow_up: 1,
  assumed: 2,
  soft_opt_in: 1,
  assumed_electronic: 0,
  consent_taken: 1,
  unchanged: 0,
  errors: [{ line: 4, column: "NF", message: "This is neither yes nor no.", left_out: true }],
  unmatched: [{ line: 6, column: "", message: "There is no such contact here.", left_out: true }],
};

function draw(rights: Right[] = ["change_gdpr_option"]) {
  show(
    <MemoryRouter>
      <CarryOver />
    </MemoryRouter>,
    { rights },
  );
  return userEvent.setup({ delay: null });
}

const at = () =>
  within(screen.getByRole("list", { name: "Steps" }))
    .getAllByRole("listitem")
    .find((step) => step.getAttribute("aria-current") === "step")?.textContent;

describe("Carry over from the old system", () => {
  it("goes from the file to the report, and writes only at the end", async () => {
    const send = answer({
      choose_import_file: () => ({ file: "file-1", name: "dpa.csv" }),
      inspect_carry_over: () => found,
      run_carry_over: ({ dry_run }) => ({ ...report, dry_run }),
      follow_job: () => refuse("not_found"),
    });
    const user = draw();
    expect(screen.getByText(/An opt-out or exclusion recorded here is never lifted/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Choose file…" }));
    const check = await screen.findByRole("button", { name: "Show what it would do" });
    expect(at()).toContain("Columns");
    expect(check).toBeDisabled();
    await user.click(screen.getByRole("combobox", { name: "No Follow-Up" }));
    await user.click(await screen.findByRole("option", { name: "NF" }));
    expect(screen.getByRole("row", { name: /No Follow-Up.*Y$/ })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show what it would do" }));

    expect(await screen.findByText("Nothing has been written yet")).toBeInTheDocument();
    expect(at()).toContain("What it would do");
    expect(screen.getByText(/1 customer gave consent here/)).toBeInTheDocument();
    const errors = screen.getByRole("table", { name: "Rows with errors" });
    expect(within(errors).getByText("This is neither yes nor no.")).toBeInTheDocument();
    const unmatched = screen.getByRole("table", { name: "Rows not carried over" });
    expect(within(unmatched).getByText("line 6")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Carry over" }));
    expect(await screen.findByText("The flags were carried over")).toBeInTheDocument();
    const runs = send.mock.calls.filter(([name]) => name === "run_carry_over");
    const columns = { ...found.columns, no_follow_up: "NF" };
    expect(runs.map(([, input]) => input)).toMatchObject([
      { file: "file-1", columns, exact: false, dry_run: true },
      { file: "file-1", columns, exact: false, dry_run: false },
    ]);
  });

  it("shows a refused column at its field, and a wrong path at the path", async () => {
    answer({
      choose_import_file: ({ typed }) =>
        typed === "/nowhere"
          ? refuse("file", "No file.", { file: "There is no such file." })
          : { file: typed, name: "dpa.csv" },
      inspect_carry_over: ({ file }) => {
        expect(file).toBe("/old/dpa.csv");
        return { ...found, columns: { ...found.columns, no_follow_up: "NF" } };
      },
      run_carry_over: () => refuse("invalid", "No.", { reference: "Choose another column." }),
      follow_job: () => refuse("not_found"),
    });
    const user = draw();
    const field = screen.getByLabelText("File");
    await user.type(field, "/nowhere{Enter}");
    expect(await screen.findByText("There is no such file.")).toBeInTheDocument();
    expect(field).toBeInvalid();
    await user.clear(field);
    await user.type(field, "/old/dpa.csv{Enter}");
    await user.click(await screen.findByRole("button", { name: "Show what it would do" }));
    expect(await screen.findByText("Choose another column.")).toBeInTheDocument();
  });

  it("has nothing to run where nothing would change, and says so after a cancel", async () => {
    let dry: CarryOverReport = { ...report, unchanged: 3 };
    answer({
      choose_import_file: () => ({ file: "file-1", name: "dpa.csv" }),
      inspect_carry_over: () => ({ ...found, columns: { ...found.columns, no_follow_up: "NF" } }),
      run_carry_over: ({ dry_run }) => (dry_run ? dry : refuse("cancelled")),
      follow_job: () => refuse("not_found"),
    });
    const user = draw();
    await user.click(screen.getByRole("button", { name: "Choose file…" }));
    await user.click(await screen.findByRole("button", { name: "Show what it would do" }));
    expect(await screen.findByRole("button", { name: "Carry over" })).toBeDisabled();
    dry = report;
    await user.click(screen.getByRole("button", { name: "Back" }));
    await user.click(screen.getByRole("button", { name: "Show what it would do" }));
    await user.click(await screen.findByRole("button", { name: "Carry over" }));
    expect(await screen.findByText("Cancelled. Nothing was changed.")).toBeInTheDocument();
    expect(screen.getByText("Nothing has been written yet")).toBeInTheDocument();
  });

  it("is closed to those without the right", () => {
    answer({});
    draw([]);
    expect(screen.queryByRole("button", { name: "Choose file…" })).not.toBeInTheDocument();
    expect(screen.getByText(/Can Change the GDPR Option/)).toBeInTheDocument();
  });
});
