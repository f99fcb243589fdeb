import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { useMissingRight } from "@/lib/session";
import { show } from "@/testing/render";
import { Permitted } from "./Permitted";

const READ_ONLY = "This folder can only be read: nothing can be saved.";

function Reason({ command }: { command: Parameters<typeof useMissingRight>[0] }) {
  return <p>{useMissingRight(command) ?? "may be used"}</p>;
}

describe("where nothing can be saved", () => {
  it("says why for whatever would save, and for nothing else", () => {
    for (const command of ["create_contact", "save_consent", "print_history"] as const) {
      const { unmount } = show(<Reason command={command} />, { viewOnly: READ_ONLY });
      expect(screen.getByText(READ_ONLY), command).toBeInTheDocument();
      unmount();
    }
    for (const command of ["get_contact", "search_contacts", "sign_out"] as const) {
      const { unmount } = show(<Reason command={command} />, { viewOnly: READ_ONLY });
      expect(screen.getByText("may be used"), command).toBeInTheDocument();
      unmount();
    }
  });

  it("names a right that is missing before anything else", () => {
    show(<Reason command="erase_contact" />, { viewOnly: READ_ONLY });
    expect(screen.queryByText(READ_ONLY)).not.toBeInTheDocument();
  });

  it("shows no screen whose work could not be saved", () => {
    show(<Permitted command="run_import">choose a file</Permitted>, {
      rights: ["access_settings"],
      viewOnly: READ_ONLY,
    });
    expect(screen.getByText(READ_ONLY)).toBeInTheDocument();
    expect(screen.queryByText("choose a file")).not.toBeInTheDocument();
  });
});
