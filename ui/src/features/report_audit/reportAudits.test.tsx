import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ReportAuditEntry } from "@/bindings/commands";
import { show } from "@/testing/render";
import { reportAudits } from "./reportAudits";

const entry = (more: Partial<ReportAuditEntry>): ReportAuditEntry => ({
  id: "7" as ReportAuditEntry["id"],
  local: "21/11/2026 10:42",
  report: "Contacts",
  criteria: "All contacts",
  method: "CSV",
  employee: "Eve Hart",
  workstation: "SVC-02",
  rows: null,
  people: null,
  released_by: null,
  hash: null,
  status: "failed",
  why: null,
  ...more,
});

describe("Report Audit", () => {
  it("says why there is no file when rights were taken away while it ran", () => {
    const status = reportAudits.columns.find((column) => column.key === "status");
    show(<div>{status?.cell(entry({ why: "Employee deactivated" }))}</div>);
    expect(screen.getByText("Failed")).toBeInTheDocument();
    expect(screen.getByText("Employee deactivated")).toBeInTheDocument();
  });
});
