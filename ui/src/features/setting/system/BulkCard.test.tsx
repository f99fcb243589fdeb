import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Right } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { BulkCard } from "./BulkCard";

const values = {
  "export.people_at_once": 10,
  "export.people_an_hour": 50,
  "export.bulk_a_day": 3,
};
const aDay = () => screen.getByLabelText("Larger prints and exports a day with the right");

function draw(rights: Right[]) {
  const send = answer({ change_system_setting: () => ({}) });
  show(<BulkCard values={values} />, { rights });
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("Prints and exports of many people", () => {
  it("saves the number that was changed, and no other", async () => {
    const { send, user } = draw(["access_settings", "export_reports"]);
    await user.clear(aDay());
    await user.type(aDay(), "5");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() =>
      expect(send.mock.calls).toEqual([
        ["change_system_setting", { key: "export.bulk_a_day", value: 5 }],
      ]),
    );
  });

  it("is read by those who may not release what the numbers hold back", () => {
    draw(["access_settings"]);
    expect(aDay()).toBeDisabled();
    expect(screen.getAllByText("Needs the right “Can Export Reports”")).toHaveLength(3);
  });
});
