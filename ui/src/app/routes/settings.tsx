import { Navigate, type RouteObject } from "react-router";

/** Settings and reports. Each section is loaded when it is first opened. */
export const settingsRoutes: RouteObject[] = [
  {
    path: "reports",
    lazy: async () => ({
      Component: (await import("@/features/settings/employees/ReportsPage")).ReportsPage,
    }),
  },
  {
    path: "settings",
    lazy: async () => ({
      Component: (await import("@/features/settings/SettingsLayout")).SettingsLayout,
    }),
    children: [
      { index: true, element: <Navigate to="/settings/system" replace /> },
      {
        path: "system",
        lazy: async () => ({
          Component: (await import("@/features/settings/system/SystemSection")).SystemSection,
        }),
      },
      {
        path: "system/gdpr",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/GdprSection")).GdprSection,
        }),
      },
      {
        path: "system/gdpr/consent-portal",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/PortalSection")).PortalSection,
        }),
      },
      {
        path: "system/gdpr/carry-over",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/CarryOverSection")).CarryOverSection,
        }),
      },
      {
        path: "system/gdpr/reset-preferences",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/ResetSection")).ResetSection,
        }),
      },
      {
        path: "gdpr/history",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/HistorySection")).HistorySection,
        }),
      },
      {
        path: "gdpr/verify",
        lazy: async () => ({
          Component: (await import("@/features/settings/gdpr/VerifySection")).VerifySection,
        }),
      },
      {
        path: "employees",
        lazy: async () => ({
          Component: (await import("@/features/settings/employees/EmployeesSection"))
            .EmployeesSection,
        }),
      },
      {
        path: "employees/report-audit",
        lazy: async () => ({
          Component: (await import("@/features/settings/employees/ReportAuditSection"))
            .ReportAuditSection,
        }),
      },
      {
        path: "employees/sign-ins",
        lazy: async () => ({
          Component: (await import("@/features/settings/employees/SignInsSection")).SignInsSection,
        }),
      },
      {
        path: "emergency-recovery",
        lazy: async () => ({
          Component: (await import("../settings/EmergencyRecovery")).EmergencyRecovery,
        }),
      },
    ],
  },
];
