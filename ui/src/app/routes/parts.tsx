import type { RouteObject } from "react-router";

/** Parts: the counter, the shelf and its invoices. */
export const partsRoutes: RouteObject[] = [
  {
    path: "parts",
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../pages/PartsPage")).PartsPage }),
      },
      {
        path: "counter",
        lazy: async () => ({ Component: (await import("../pages/CounterPage")).CounterPage }),
      },
      {
        path: ":id",
        lazy: async () => ({ Component: (await import("../pages/PartPage")).PartPage }),
      },
    ],
  },
];
