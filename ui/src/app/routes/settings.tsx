import { Navigate, type RouteObject } from "react-router";

/** Settings and reports. Each section is loaded when it is first opened. */
export const settingsRoutes: RouteObject[] = [
  {
    path: "reports",
    lazy: async () => ({ Component: (await import("../pages/ReportsPage")).ReportsPage }),
  },
  {
    path: "settings",
    lazy: async () => ({ Component: (await import("../settings/SettingsLayout")).SettingsLayout }),
    children: [
      { index: true, element: <Navigate to="/settings/system" replace /> },
      {
        path: "system",
        lazy: async () => ({ Component: (await import("../settings/SystemPage")).SystemPage }),
      },
      {
        path: "system/placeholders",
        lazy: async () => ({
          Component: (await import("../settings/PlaceholdersPage")).PlaceholdersPage,
        }),
      },
      {
        path: "system/plate-look-up",
        lazy: async () => ({
          Component: (await import("../settings/PlateLookUpPage")).PlateLookUpPage,
        }),
      },
      {
        path: "system/gdpr",
        lazy: async () => ({ Component: (await import("../settings/GdprPage")).GdprPage }),
      },
      {
        path: "system/gdpr/consent-portal",
        lazy: async () => ({ Component: (await import("../settings/PortalPage")).PortalPage }),
      },
      {
        path: "system/gdpr/carry-over",
        lazy: async () => ({
          Component: (await import("../settings/CarryOverPage")).CarryOverPage,
        }),
      },
      {
        path: "system/gdpr/reset-preferences",
        lazy: async () => ({ Component: (await import("../settings/ResetPage")).ResetPage }),
      },
      {
        path: "gdpr/history",
        lazy: async () => ({ Component: (await import("../settings/HistoryPage")).HistoryPage }),
      },
      {
        path: "gdpr/verify",
        lazy: async () => ({ Component: (await import("../settings/VerifyPage")).VerifyPage }),
      },
      {
        path: "service/invoices",
        lazy: async () => ({ Component: (await import("../settings/InvoicesPage")).InvoicesPage }),
      },
      {
        path: "employees",
        lazy: async () => ({
          Component: (await import("../settings/EmployeesPage")).EmployeesPage,
        }),
      },
      {
        path: "employees/report-audit",
        lazy: async () => ({
          Component: (await import("../settings/ReportAuditPage")).ReportAuditPage,
        }),
      },
      {
        path: "employees/sign-ins",
        lazy: async () => ({ Component: (await import("../settings/SignInsPage")).SignInsPage }),
      },
      {
        path: "service/workshop",
        lazy: async () => ({ Component: (await import("../settings/WorkshopPage")).WorkshopPage }),
      },
      {
        path: "emergency-recovery",
        lazy: async () => ({ Component: (await import("../settings/RecoveryPage")).RecoveryPage }),
      },
    ],
  },
];
