import type { RouteObject } from "react-router";

/** Parts: the counter, the shelf and its invoices. */
export const partsRoutes: RouteObject[] = [];
