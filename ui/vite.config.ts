import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: "127.0.0.1" },
  build: {
    // The webviews Forecourt runs in: WebView2 (evergreen), WKWebView and WebKitGTK of Debian 12.
    target: ["es2022", "safari16"],
    // Fonts and pictures stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // All that the first screen needs lies in one file, with one file of styles: each file is a way to
    // the shell and back before anything is drawn.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } },
    },
  },
  test: {
    restoreMocks: true,
    // Whole forms in jsdom on a machine that compiles at the same time: slow is not failed.
    testTimeout: 30_000,
    projects: [
      // Rules need no browser; starting one for each of their files would take most of the time.
      {
        extends: true,
        test: { name: "rules", include: ["src/**/*.test.ts"], environment: "node" },
      },
      {
        extends: true,
        test: {
          name: "screens",
          include: ["src/**/*.test.tsx"],
          environment: "jsdom",
          setupFiles: ["./src/testing/setup.ts"],
          css: false,
        },
      },
    ],
  },
});
