import type { RouteObject } from "react-router";

/** Vehicles, below Customers. */
export const vehicleRoutes: RouteObject[] = [
  {
    path: "customers/vehicles",
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../pages/VehiclesPage")).VehiclesPage }),
      },
      {
        path: "new",
        lazy: async () => ({
          Component: (await import("@/features/vehicle/NewVehicle")).NewVehicle,
        }),
      },
      {
        path: ":id",
        lazy: async () => ({
          Component: (await import("@/features/vehicle/VehicleRecord")).VehicleRecord,
        }),
      },
      {
        path: ":id/edit",
        lazy: async () => ({
          Component: (await import("@/features/vehicle/EditVehicle")).EditVehicle,
        }),
      },
    ],
  },
];
