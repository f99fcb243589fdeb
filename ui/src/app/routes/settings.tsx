import type { RouteObject } from "react-router";

/** Settings and reports. Each section is loaded when it is first opened. */
export const settingsRoutes: RouteObject[] = [];
