import type { RouteObject } from "react-router";

/** Customers: the lists, the record, utilities. Each screen is loaded when it is first opened. */
export const customersRoutes: RouteObject[] = [];
