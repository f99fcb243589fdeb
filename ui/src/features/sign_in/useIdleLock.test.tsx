import { act, fireEvent, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answer } from "@/testing/platform";
import { useIdleLock } from "./useIdleLock";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));
const touches = (send: ReturnType<typeof answer>) =>
  send.mock.calls.filter(([name]) => name === "touch").length;

describe("useIdleLock", () => {
  it("warns and then locks when nobody uses the window", async () => {
    const lock = vi.fn();
    const { result } = renderHook(() => useIdleLock(3, lock));
    await pass(164);
    expect(result.current).toBe(false);
    await pass(2);
    expect(result.current).toBe(true);
    expect(lock).not.toHaveBeenCalled();
    await pass(15);
    expect(lock).toHaveBeenCalledOnce();
  });

  it("stays open while it is used, and takes the warning back", async () => {
    answer({ touch: () => ({}) });
    const lock = vi.fn();
    const { result } = renderHook(() => useIdleLock(3, lock));
    await pass(170);
    expect(result.current).toBe(true);
    await act(async () => void fireEvent.keyDown(window, { key: "a" }));
    expect(result.current).toBe(false);
    await pass(100);
    expect(lock).not.toHaveBeenCalled();
  });

  it("tells the dispatcher of use at most every 20 seconds, and of the last use too", async () => {
    const send = answer({ touch: () => ({}) });
    renderHook(() => useIdleLock(3, () => undefined));
    for (let second = 0; second < 60; second += 1) {
      fireEvent.pointerMove(window);
      await pass(1);
    }
    expect(touches(send)).toBeGreaterThanOrEqual(2);
    expect(touches(send)).toBeLessThanOrEqual(3);
    await pass(30);
    const after = touches(send);
    expect(after).toBeLessThanOrEqual(4);
    await pass(60);
    expect(touches(send)).toBe(after);
  });

  it("costs an unused window nothing between two moments that matter", () => {
    renderHook(() => useIdleLock(3, () => undefined));
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each(["1970-01-01", "2036-11-21"])(
    "locks on time with a clock set to %s meanwhile",
    async (day) => {
      const lock = vi.fn();
      const { result } = renderHook(() => useIdleLock(3, lock));
      await pass(100);
      vi.setSystemTime(new Date(day));
      await pass(60);
      expect(lock).not.toHaveBeenCalled();
      expect(result.current).toBe(false);
      await pass(21);
      expect(lock).toHaveBeenCalledOnce();
    },
  );

  it("never locks with 0 minutes", async () => {
    const lock = vi.fn();
    renderHook(() => useIdleLock(0, lock));
    await pass(10_000);
    expect(lock).not.toHaveBeenCalled();
  });
});
