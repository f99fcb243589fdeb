import { expect, it } from "vitest";
import { groupKey, keyCharacters } from "./recoveryKey";

it.each([
  ["", ""],
  ["7kq2", "7KQ2"],
  ["7kq2m", "7KQ2-M"],
  ["7KQ2-M8DX-", "7KQ2-M8DX"],
  ["oil0", "0110"],
  [" 7kq2 m8dx\n0vrt ", "7KQ2-M8DX-0VRT"],
])("reads %j as %s", (typed, key) => expect(groupKey(typed)).toBe(key));

it("stops at 32 characters", () => {
  const key = groupKey("A".repeat(40));
  expect(key.split("-")).toHaveLength(8);
  expect(keyCharacters(key)).toBe(32);
});
