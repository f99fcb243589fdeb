import type { RouteObject } from "react-router";

/** Customers: the lists, the record, utilities. Each screen is loaded when it is first opened. */
export const customersRoutes: RouteObject[] = [
  {
    path: "customers",
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import("../pages/ContactsPage")).ContactsPage }),
      },
      {
        path: "marketing-re-consent-needed",
        lazy: async () => ({ Component: (await import("../pages/ReconsentPage")).ReconsentPage }),
      },
      {
        path: "print-data-capture",
        lazy: async () => ({ Component: (await import("../pages/CapturePage")).CapturePage }),
      },
      {
        path: "utilities/gdpr-erasure",
        lazy: async () => ({ Component: (await import("../pages/ErasuresPage")).ErasuresPage }),
      },
      {
        path: "utilities/addresses-to-fix",
        lazy: async () => ({ Component: (await import("../pages/ToFixPage")).ToFixPage }),
      },
      {
        path: "find-receipt",
        lazy: async () => ({ Component: (await import("../pages/ReceiptsPage")).ReceiptsPage }),
      },
      {
        path: "import",
        lazy: async () => ({ Component: (await import("../pages/ImportPage")).ImportPage }),
      },
      {
        path: "contacts/new",
        lazy: async () => ({
          Component: (await import("../pages/NewContactPage")).NewContactPage,
        }),
      },
      {
        path: "contacts/:id",
        lazy: async () => ({ Component: (await import("../pages/ContactPage")).ContactPage }),
      },
      {
        path: "contacts/:id/edit",
        lazy: async () => ({
          Component: (await import("@/features/contact/EditContact")).EditContact,
        }),
      },
    ],
  },
];
