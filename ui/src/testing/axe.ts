import axe from "axe-core";
import { expect } from "vitest";

/** What only a window can tell: colours, and what the page around stands for. */
const NOT_HERE = ["color-contrast", "region", "page-has-heading-one", "landmark-one-main"];

/** Fails with what axe holds against what is drawn, minor things aside. */
export async function expectAccessible(within: Element = document.body): Promise<void> {
  const { violations } = await axe.run(within, {
    rules: Object.fromEntries(NOT_HERE.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
  });
  const told = violations
    .filter(({ impact }) => impact !== "minor")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect(told).toEqual([]);
}
