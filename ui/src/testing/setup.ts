import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

configure({ asyncUtilTimeout: 5_000 });

// What Mantine asks of a browser and jsdom does not have.
Object.defineProperty(window, "matchMedia", {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  }),
});

class SizeWatch {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = SizeWatch as unknown as typeof ResizeObserver;
window.HTMLElement.prototype.scrollIntoView = () => undefined;

// jsdom lays nothing out. A list needs a window of some size to draw rows into.
Object.defineProperty(window.HTMLElement.prototype, "clientHeight", { get: () => 640 });
Object.defineProperty(window.HTMLElement.prototype, "clientWidth", { get: () => 1000 });

// Growing text areas measure themselves again when a font has come.
Object.defineProperty(document, "fonts", {
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
});
