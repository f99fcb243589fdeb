import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ReportAuditEntry, ReportId } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ReportAuditList } from "./ReportAuditList";

function entry(id: number, more: Partial<ReportAuditEntry>): ReportAuditEntry {
  return {
    id: String(id) as ReportId,
    local: "21/11/2026 10:42",
    report: "Data Capture",
    criteria: "",
    method: "PDF",
    employee: "Bob Hill",
    workstation: "SVC-02",
    rows: null,
    people: null,
    released_by: null,
    hash: null,
    status: "completed",
    why: null,
    ...more,
  };
}

describe("Report Audit", () => {
  it("says how many people left, and who released it", async () => {
    answer({
      list_employees: () => [],
      list_report_audit: () => ({
        rows: [
          entry(2, { criteria: "2,000 contacts", people: 1_987, released_by: "Anna Kowalska" }),
          entry(1, { criteria: "1 blank", rows: 1 }),
        ],
        next: null,
        total: null,
      }),
    });
    show(<ReportAuditList />);
    const line = (await screen.findByText("2,000 contacts")).closest("[role=row]") as HTMLElement;
    expect(within(line).getByText("1,987")).toBeInTheDocument();
    expect(within(line).getByText("Released by Anna Kowalska")).toBeInTheDocument();
    const blank = screen.getByText("1 blank").closest("[role=row]") as HTMLElement;
    expect(within(blank).queryByText(/Released by/)).not.toBeInTheDocument();
  });

  it("shows what a file is checked by only in the details of its line", async () => {
    const hash = "9f2b".repeat(16);
    answer({
      list_employees: () => [],
      list_report_audit: () => ({
        rows: [entry(1, { criteria: "2,000 contacts", hash })],
        next: null,
        total: null,
      }),
    });
    show(<ReportAuditList />);
    const user = userEvent.setup();
    const line = await screen.findByText("2,000 contacts");
    expect(screen.queryByRole("columnheader", { name: "SHA-256" })).not.toBeInTheDocument();
    expect(screen.queryByText(/9f2b/)).not.toBeInTheDocument();
    await user.click(line);
    const dialog = await screen.findByRole("dialog", { name: "Data Capture" });
    expect(within(dialog).getByText("SVC-02")).toBeVisible();
    expect(within(dialog).getByText(hash)).not.toBeVisible();
    await user.click(within(dialog).getByText("Details"));
    expect(within(dialog).getByText(hash)).toBeVisible();
  });
});
