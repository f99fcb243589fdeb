import { expect, it } from "vitest";
import { example, namedColumns } from "./columns";

const file = {
  headers: ["First", "Last", "Mail", "", "Last"],
  sample: [["Siobhán", "O’Brien-Ng", "", "x", "y"]],
};

it("joins the columns of a field and skips what is empty or unknown", () => {
  expect(example(file, ["First", "Last"])).toBe("Siobhán O’Brien-Ng");
  expect(example(file, ["Mail", "Gone"])).toBe("");
});

it("offers each column once, and none without a name", () => {
  expect(namedColumns(file)).toEqual(["First", "Last", "Mail"]);
});
