import { QueryClientProvider } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import type { ImportId, ImportInspection, ImportLine, ImportReport } from "@/bindings/commands";
import { queryClient } from "@/lib/query";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ImportTab } from "./ImportTab";

const inspection: ImportInspection = {
  file_name: "stop.csv",
  bytes: 100,
  layout: "other",
  encoding: "UTF-8",
  delimiter: ",",
  rows: 2,
  headers: ["Address", "Fax Opt Out"],
  sample: [["ng@example.org", "1"]],
  mapping: { email: ["Address"] },
  fields: [
    { field: "last_name", label: "Surname", required: false },
    { field: "email", label: "E-mail", required: false },
    { field: "no_email", label: "Email: no", required: false },
  ],
};

const report: ImportReport = {
  dry_run: true,
  import_id: null,
  rows: 200,
  created: 200,
  skipped: 0,
  failed: 0,
  listed: 0,
  placeholders: 0,
  unrecorded: [],
  unrecorded_total: 0,
  unrecorded_groups: [],
  duplicates: [],
  duplicates_total: 0,
  errors: [],
  errors_total: 0,
  error_groups: [],
  warnings: [],
  warnings_total: 0,
  warning_groups: [],
  consent: { granted: 0, refused: 0, none: 200 },
  suppressed: 0,
  restricted: 0,
};

const done: ImportLine = {
  id: "7" as ImportId,
  file_name: "stop.csv",
  local: "21/11/2026 10:00",
  by: "Anna Kowalska",
  created: 200,
  undone: false,
  undoable: true,
  undo_refusal: null,
};

afterEach(() => queryClient.clear());

/** The screen with a file chosen, and what commands it sends. */
async function chosen(answers: Partial<ImportReport>, found: Partial<ImportInspection> = {}) {
  let line: ImportLine[] = [];
  const sent = answer({
    list_imports: () => line,
    choose_import_file: () => ({ file: "handle", name: "stop.csv" }),
    inspect_import: () => ({ ...inspection, ...found }),
    run_import: ({ dry_run: isTrial }) => {
      if (isTrial) return { ...report, ...answers };
      line = [{ ...done, created: answers.created ?? report.created }];
      return { ...report, ...answers, dry_run: false, import_id: done.id };
    },
    undo_import: () => {
      line = [
        { ...done, undone: true, undoable: false, undo_refusal: "It was undone on 21/11/2026." },
      ];
      return { removed: 200, restricted: 0 };
    },
    follow_job: () => refuse("not_found"),
  });
  show(
    // The one cache of the window: what a command changes is asked for again.
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <ImportTab />
      </MemoryRouter>
    </QueryClientProvider>,
    { rights: ["access_settings"] },
  );
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Choose file…" }));
  await screen.findByText("stop.csv");
  return { user, sent };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("matching columns", () => {
  it("declares a file a list of people who said no, and wants to know to what", async () => {
    const { user, sent } = await chosen({ created: 0, restricted: 1 });
    await user.click(
      screen.getByRole("checkbox", { name: "This is a list of people who said no" }),
    );
    expect(button("Check")).toBeDisabled();
    for (const channel of screen.getAllByRole("checkbox", {
      name: /^(Email|SMS|All marketing)$/,
    })) {
      expect(channel).not.toBeChecked();
    }
    await user.click(screen.getByRole("checkbox", { name: "SMS" }));
    await user.click(button("Check"));
    const run = sent.mock.calls.find(([name]) => name === "run_import");
    expect(run?.[1]).toMatchObject({ mapping: { email: ["Address"], everyone_says_no: ["sms"] } });
    expect(
      await screen.findByRole("button", { name: "Record the refusals for 1 contact" }),
    ).toBeEnabled();
  });

  it("names the columns that go nowhere, and keeps fields without one out of the way", async () => {
    const { user } = await chosen({});
    expect(screen.getByText(/Not taken over: Fax Opt Out\./)).toBeInTheDocument();
    const table = screen.getByRole("group", { name: "Which column is what" });
    expect(within(table).queryByText("Email: no")).not.toBeInTheDocument();
    await user.click(button("Show 2 more fields"));
    expect(within(table).getByText("Email: no")).toBeInTheDocument();
  });

  it("shows of the own layout only what differs", async () => {
    const { user } = await chosen({}, { layout: "forecourt" });
    expect(screen.queryByRole("group", { name: "Which column is what" })).not.toBeInTheDocument();
    expect(screen.getByText("Not taken over: Fax Opt Out.")).toBeInTheDocument();
    await user.click(button("Show the columns"));
    expect(screen.getByRole("group", { name: "Which column is what" })).toBeInTheDocument();
  });
});

describe("the report", () => {
  it("begins with the refusals that could not be recorded", async () => {
    const lost = "Nobody on file has this email address.";
    const { user } = await chosen({
      unrecorded_total: 3,
      unrecorded_groups: [{ column: "", message: lost, rows: 3, first_line: 4, lines: "4 to 6" }],
    });
    await user.click(button("Check"));
    const head = await screen.findByRole("alert");
    expect(head).toHaveTextContent("3 refusals could not be recorded");
    const figures = screen.getByText("Rows");
    expect(head.compareDocumentPosition(figures)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.getByText("3 rows, first at line 4")).toBeInTheDocument();
    expect(screen.getByText("Lines 4 to 6")).toBeInTheDocument();
  });

  it("says one warning once, with how many rows it is about", async () => {
    const message = "Consent without a date is not taken over. Imported without it.";
    const { user } = await chosen({
      warnings_total: 200,
      warning_groups: [
        { column: "Consent date", message, rows: 200, first_line: 3, lines: "3 to 202" },
      ],
    });
    await user.click(button("Check"));
    expect(await screen.findAllByText(message)).toHaveLength(1);
    expect(screen.getByText("200 rows, first at line 3")).toBeInTheDocument();
  });

  it("is undone where it stands, and says the truth afterwards", async () => {
    const { user } = await chosen({});
    await user.click(button("Check"));
    await user.click(await screen.findByRole("button", { name: "Import 200 contacts" }));
    const title = await screen.findByText("200 contacts imported");
    const [undo] = await screen.findAllByRole("button", { name: "Undo stop.csv" });
    expect(title.closest("[role=note]")).toContainElement(undo ?? null);
    await user.click(undo as HTMLElement);
    await user.click(await screen.findByRole("button", { name: "Undo import" }));
    expect(await screen.findByText("This import was undone")).toBeInTheDocument();
    expect(screen.queryByText("200 contacts imported")).not.toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Undo stop.csv" })).not.toBeInTheDocument(),
    );
    expect(screen.getByText("It was undone on 21/11/2026.")).toBeInTheDocument();
    expect(screen.queryByText("Created")).not.toBeInTheDocument();
  });

  it("records refusals for those who are here although nobody new comes in", async () => {
    const { user } = await chosen({ created: 0, restricted: 2, listed: 2 });
    await user.click(button("Check"));
    await user.click(
      await screen.findByRole("button", { name: "Record the refusals for 2 contacts" }),
    );
    expect(await screen.findByText("Refusals recorded for 2 contacts")).toBeInTheDocument();
  });
});
