import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ContactId, Right } from "@/bindings/commands";
import { show } from "@/testing/render";
import { PrintFormsButton } from "./PrintFormsButton";

const ids = (number: number) => Array.from({ length: number }, (_, at) => `${at}` as ContactId);
const words = "More than 10 people: asks for a manager’s release";

function draw(number: number, rights: Right[] = []) {
  show(<PrintFormsButton ids={ids(number)} />, { rights });
  return screen.getByRole("button");
}

describe("Print forms for those ticked", () => {
  it("says beforehand that a manager will be asked for", () => {
    expect(draw(11)).toHaveAccessibleDescription(words);
  });

  it("says nothing of it for a few, or with the right", () => {
    expect(draw(10)).not.toHaveAccessibleDescription();
    expect(screen.queryByText(words)).not.toBeInTheDocument();
  });

  it("says nothing of it to whoever holds the right", () => {
    expect(draw(11, ["export_reports"])).not.toHaveAccessibleDescription();
  });
});
