import { describe, expect, it } from "vitest";
import { lacking } from "./permits";

describe("lacking", () => {
  it("names nothing for what everybody may do", () => {
    expect(lacking("get_contact", [])).toBeNull();
    expect(lacking("sign_in", [])).toBeNull();
  });

  it("names the first right that is missing of those that are all needed", () => {
    expect(lacking("create_employee", [])).toBe("access_settings");
    expect(lacking("create_employee", ["access_settings"])).toBe("employee_records");
    expect(lacking("create_employee", ["access_settings", "employee_records"])).toBeNull();
  });

  it("is content with one right of a group", () => {
    expect(lacking("list_erasures", [])).toBe("review_erasure_log");
    expect(lacking("list_erasures", ["gdpr_rights_requests"])).toBeNull();
    expect(lacking("print_erasures", ["gdpr_rights_requests"])).toBe("export_reports");
  });

  it("asks for the rights of an input only where that input is meant", () => {
    expect(lacking("print_capture_forms", [])).toBeNull();
    expect(lacking("print_capture_forms", [], "input")).toBe("export_reports");
    expect(lacking("reset_preferences", ["bulk_preference_reset"], "input")).toBe(
      "change_gdpr_option",
    );
  });
});
