import { expect, it } from "vitest";
import { strengthOf } from "./passwordStrength";

it.each([
  ["", "empty"],
  ["Ab1!", "short"],
  ["aaaaaaaaaaaa", "weak"],
  ["12345678", "weak"],
  ["password1", "weak"],
  ["forecourt2026", "weak"],
  ["trk8mzqw", "fair"],
  ["Trk8-mzqw", "good"],
  ["correct horse battery staple", "strong"],
])("calls %s %s", (password, words) => expect(strengthOf(password)).toBe(words));

it("counts one’s own name against a password", () => {
  const order = ["empty", "short", "weak", "fair", "good", "strong"];
  const alone = strengthOf("mariakeane9!");
  const known = strengthOf("mariakeane9!", ["Maria Keane", "maria"]);
  expect(order.indexOf(known)).toBeLessThan(order.indexOf(alone));
});
