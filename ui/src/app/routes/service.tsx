import type { RouteObject } from "react-router";

/** Service: the diary, bookings, job cards and their invoices. */
export const serviceRoutes: RouteObject[] = [
  {
    path: "service",
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../pages/DiaryPage")).DiaryPage }),
      },
      {
        path: "bookings/new",
        lazy: async () => ({ Component: (await import("../pages/BookingPage")).NewBookingPage }),
      },
      {
        path: "bookings/:id",
        lazy: async () => ({ Component: (await import("../pages/BookingPage")).BookingPage }),
      },
      {
        path: "job-cards",
        lazy: async () => ({ Component: (await import("../pages/JobCardsPage")).JobCardsPage }),
      },
      {
        path: "job-cards/:id",
        lazy: async () => ({ Component: (await import("../pages/JobCardPage")).JobCardPage }),
      },
    ],
  },
];
