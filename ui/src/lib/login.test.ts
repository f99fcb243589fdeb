import { expect, it } from "vitest";
import { proposedLogin } from "./login";

it.each([
  ["Siobhán O’Brien-Ng", "siobhan"],
  ["Łukasz Nowak", "lukasz"],
  ["  Jean-Luc Martin", "jeanluc"],
  ["王 Wei", ""],
  ["", ""],
])("proposes for %s the login %s", (name, login) => expect(proposedLogin(name)).toBe(login));
