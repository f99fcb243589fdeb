import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { CopyMenu } from "./CopyMenu";

describe("the right button", () => {
  it("copies what is selected, and offers nothing where nothing is", async () => {
    const user = userEvent.setup({ delay: null });
    const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    show(
      <>
        <p>07700 900214</p>
        <CopyMenu />
      </>,
    );
    const number = screen.getByText("07700 900214");
    fireEvent.contextMenu(number);
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    window.getSelection()?.selectAllChildren(number);
    fireEvent.contextMenu(number, { clientX: 40, clientY: 60 });
    await user.click(await screen.findByRole("menuitem", { name: "Copy" }));
    expect(copied).toHaveBeenCalledWith("07700 900214");
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
  });
});
