import type { RouteObject } from "react-router";

/** One invoice, and the lists of Service and of Parts. */
export const invoiceRoutes: RouteObject[] = [
  {
    path: "invoices/:id",
    lazy: async () => ({ Component: (await import("../pages/InvoicePage")).InvoicePage }),
  },
  {
    path: "service/invoices",
    lazy: async () => ({
      Component: (await import("../pages/ServiceInvoicesPage")).ServiceInvoicesPage,
    }),
  },
  {
    path: "parts/invoices",
    lazy: async () => ({
      Component: (await import("../pages/PartsInvoicesPage")).PartsInvoicesPage,
    }),
  },
];
