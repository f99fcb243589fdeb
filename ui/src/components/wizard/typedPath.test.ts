import { expect, it } from "vitest";
import { typedPath } from "./typedPath";

it.each([
  ["/old/dpa.csv", "/old/dpa.csv"],
  [' "C:\\Old files\\dpa.csv" ', "C:\\Old files\\dpa.csv"],
  ['half"quoted.csv', 'half"quoted.csv'],
  ["  ", ""],
])("reads %j as %j", (typed, path) => expect(typedPath(typed)).toBe(path));
