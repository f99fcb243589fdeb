import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type { HandedOver, SettingChange } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { HistoryPage } from "./HistoryPage";
import { SignInsPage } from "./SignInsPage";

const handed: HandedOver = { file: "x.pdf", folder: null, opened: true, cancelled: false };

describe("the lists of the settings", () => {
  it("prints and exports who signed in", async () => {
    const send = answer({
      list_sign_ins: () => ({
        rows: [
          { local: "21/11/2026 10:42", who: "Eve Hart", what: "Signed in", workstation: "SVC-02" },
        ],
        next: null,
        total: null,
      }),
      print_sign_ins: () => handed,
      export_sign_ins: () => handed,
    });
    show(
      <MemoryRouter>
        <SignInsPage />
      </MemoryRouter>,
      { rights: ["access_settings"] },
    );
    expect(await screen.findByText("Eve Hart")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Print" }));
    expect(send).toHaveBeenCalledWith("print_sign_ins", {});
    await userEvent.click(screen.getByRole("button", { name: "Export" }));
    expect(send).toHaveBeenCalledWith("export_sign_ins", {});
  });

  it("shows, prints and exports what was set in the words of the settings", async () => {
    const change: SettingChange = {
      local: "21/11/2026 10:42",
      by: "Eve Hart",
      workstation: "SVC-02",
      setting: "gdpr.reconsent_months",
      what: "GDPR Re-consent (months)",
      old: 12,
      new: 0,
      before: "12",
      after: "0 (never)",
      reason: "Head office",
    };
    const send = answer({
      list_setting_changes: () => ({ rows: [change], next: null, total: null }),
      print_setting_changes: () => handed,
      export_setting_changes: () => handed,
    });
    show(
      <MemoryRouter>
        <HistoryPage />
      </MemoryRouter>,
      { rights: ["access_settings"] },
    );
    expect(await screen.findByText("12 → 0 (never)")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Print" }));
    expect(send).toHaveBeenCalledWith("print_setting_changes", {});
    await userEvent.click(screen.getByRole("button", { name: "Export" }));
    expect(send).toHaveBeenCalledWith("export_setting_changes", {});
  });
});
