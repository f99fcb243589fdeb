import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Right } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { InvoiceCustomerCard } from "./InvoiceCustomerCard";

const values = {
  "inv.service.show_tel": true,
  "inv.service.show_email": true,
  "inv.parts.show_tel": "follow",
  "inv.parts.show_email": "follow",
};

function draw(rights: Right[] = ["access_settings"]) {
  const send = answer({ change_system_setting: () => ({}) });
  show(<InvoiceCustomerCard values={values} />, { rights });
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("d38: telephone and email on invoices", () => {
  it("stand under their exact names, and are saved one by one", async () => {
    const { send, user } = draw();
    const telephone = screen.getByRole("checkbox", {
      name: "Show Customer Telephone No on Invoice",
    });
    expect(telephone).toBeChecked();
    expect(screen.getByRole("checkbox", { name: "Show Customer Email on Invoice" })).toBeChecked();
    await user.click(telephone);
    await user.selectOptions(screen.getByLabelText("Show Customer Email on Parts Invoice"), "Off");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() =>
      expect(send.mock.calls).toEqual([
        ["change_system_setting", { key: "inv.service.show_tel", value: false }],
        ["change_system_setting", { key: "inv.parts.show_email", value: "off" }],
      ]),
    );
  });

  it("let Parts follow Service", () => {
    draw();
    expect(screen.getByLabelText("Show Customer Telephone No on Parts Invoice")).toHaveValue(
      "follow",
    );
  });

  it("are read by whoever may not change settings", () => {
    draw([]);
    for (const box of screen.getAllByRole("checkbox")) expect(box).toBeDisabled();
    expect(screen.getAllByText("Needs the right “Access to Settings”").length).toBe(4);
  });
});
