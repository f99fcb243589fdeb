import type { RouteObject } from "react-router";

/** Vehicles, below Customers. */
export const vehicleRoutes: RouteObject[] = [];
