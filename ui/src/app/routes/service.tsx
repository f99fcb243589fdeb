import type { RouteObject } from "react-router";

/** Service: the diary, bookings, job cards and their invoices. */
export const serviceRoutes: RouteObject[] = [];
