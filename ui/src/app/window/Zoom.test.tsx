import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import * as platform from "@/lib/tauri";
import { show } from "@/testing/render";
import { Zoom } from "./Zoom";
import { zoomed } from "./zoom";

describe("the size of everything", () => {
  it("goes by steps from 60 to 200 % and no further", () => {
    const sizes = [100];
    for (let step = 0; step < 12; step += 1) sizes.push(zoomed(sizes.at(-1) ?? 0, "bigger"));
    expect(sizes.at(-1)).toBe(200);
    for (let step = 0; step < 20; step += 1) sizes.push(zoomed(sizes.at(-1) ?? 0, "smaller"));
    expect(sizes.at(-1)).toBe(60);
    expect(zoomed(150, "usual")).toBe(100);
  });

  it("is said when it changes, by keys and by the wheel", () => {
    const set = vi.spyOn(platform, "setZoom").mockImplementation(() => undefined);
    show(<Zoom />);
    fireEvent.keyDown(document.body, { key: "=", ctrlKey: true });
    expect(screen.getByRole("status")).toHaveTextContent("110 %");
    fireEvent.keyDown(document.body, { key: "0", ctrlKey: true });
    expect(screen.getByRole("status")).toHaveTextContent("100 %");
    expect(fireEvent.wheel(document.body, { deltaY: 3, ctrlKey: true }), "not the webview's").toBe(
      false,
    );
    expect(set.mock.calls.map(([percent]) => percent)).toEqual([110, 100, 90]);
    fireEvent.keyDown(document.body, { key: "0", ctrlKey: true });
  });
});
