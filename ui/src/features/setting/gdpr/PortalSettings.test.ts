import { expect, it } from "vitest";
import type { PortalGap } from "@/bindings/commands";
import type { SettingKey } from "@/lib/settings";
import { stillMissing } from "./PortalSettings";

const missing: PortalGap[] = ["contact", "privacy_policy"];
const typed = (key: SettingKey, value: string) => ({
  changes: [{ key, old: "", new: value }],
});

it("d28: takes what the dispatcher says is missing, less what was typed by now", () => {
  expect(stillMissing({ portal_missing: missing }, { changes: [] })).toEqual(missing);
  const contact = typed("portal.contact", "01632 960100");
  expect(stillMissing({ portal_missing: missing }, contact)).toEqual(["privacy_policy"]);
  const blank = typed("portal.contact", "  ");
  expect(stillMissing({ portal_missing: missing }, blank)).toEqual(missing);
  expect(stillMissing({ portal_missing: [] }, { changes: [] })).toEqual([]);
});
