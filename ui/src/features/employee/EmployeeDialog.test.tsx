import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { EmployeeId, EmployeeView, Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { EmployeeDialog } from "./EmployeeDialog";
import { NewEmployeeDialog } from "./NewEmployeeDialog";

const EDITOR: Right[] = ["access_settings", "employee_records"];
const ALL = Object.keys(RIGHTS) as Right[];

function employee(id: number, name: string, rights: Right[], is_self = false): EmployeeView {
  return {
    id: String(id) as EmployeeId,
    login: name.toLowerCase(),
    name,
    initials: "XX",
    colour: "#33475f",
    active: true,
    rights,
    version: 1,
    last_sign_in: null,
    is_self,
  };
}

const eve = employee(1, "Eve", EDITOR, true);
const anna = employee(2, "Anna", ALL);
const dave = employee(3, "Dave", []);

function edit(whom: EmployeeView, everyone = [eve, anna, dave]) {
  show(
    <EmployeeDialog employee={whom} everyone={everyone} missing={null} onClose={() => undefined} />,
    { rights: EDITOR },
  );
}

const box = (right: Right) => screen.getByRole("checkbox", { name: RIGHTS[right] });
const button = (name: string) => screen.getByRole("button", { name });

describe("An employee’s record", () => {
  it("leaves one’s own rights and password alone, and says why", () => {
    edit(eve);
    expect(box("access_settings")).toBeDisabled();
    expect(box("access_settings")).toHaveAccessibleDescription(/Nobody changes their own rights$/);
    expect(button("Reset password")).toBeDisabled();
    expect(button("Reset password")).toHaveAccessibleDescription(
      "Change your own password in the menu at the top right",
    );
    expect(screen.getByLabelText("Name")).toBeEnabled();
  });

  it("offers to give only what one holds", () => {
    edit(dave);
    expect(box("access_settings")).toBeEnabled();
    expect(box("export_reports")).toBeDisabled();
    expect(box("export_reports")).toHaveAccessibleDescription(
      /You do not hold this right, so you cannot give or take it$/,
    );
    expect(button("Reset password")).toBeEnabled();
    expect(button("Deactivate")).toBeEnabled();
  });

  it("does not save by the way what was changed before somebody is deactivated", async () => {
    edit(dave);
    await userEvent.setup({ delay: null }).click(box("access_settings"));
    expect(button("Deactivate")).toBeDisabled();
    expect(button("Deactivate")).toHaveAccessibleDescription(
      "Save what you changed first, or cancel it",
    );
    expect(button("Save")).toBeEnabled();
  });

  it("is only read when they hold more than oneself", () => {
    edit(anna);
    const reason = "Anna holds “Can Change the GDPR Option”, which you do not";
    for (const name of ["Reset password", "Deactivate"]) {
      expect(button(name)).toBeDisabled();
      expect(button(name)).toHaveAccessibleDescription(reason);
    }
    expect(screen.getByLabelText("Name")).toBeDisabled();
    expect(screen.getByLabelText("Login name")).toBeDisabled();
    expect(box("access_settings")).toBeDisabled();
  });

  it("offers a right that nobody active holds", () => {
    edit(dave, [eve, { ...anna, active: false }, dave]);
    expect(box("export_reports")).toBeEnabled();
  });
});

describe("A new employee", () => {
  it("is given only what one holds", async () => {
    answer({ list_employees: () => [eve, anna, dave] });
    show(<NewEmployeeDialog onClose={() => undefined} />, { rights: EDITOR });
    expect(await screen.findByRole("checkbox", { name: RIGHTS.export_reports })).toBeDisabled();
    expect(box("employee_records")).toBeEnabled();
  });
});
