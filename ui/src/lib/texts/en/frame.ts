export const frame = {
  mainNavigation: "Main",
  customers: "Customers",
  reports: "Reports",
  settings: "Settings",
} as const;
