export const history = {
  tab: "GDPR",
  filters: "Show",
  everything: "Everything",
  consent: "Consent",
  rights: "Rights requests",
  portal: "Portal",
  prints: "Prints and exports",
  rightsRequest: "GDPR Rights Request",
  history: "GDPR history",
  emptyTitle: "Nothing recorded yet",
  emptyWords:
    "Every answer about marketing, every rights request, print and export about this contact will stand here, with who, when and where.",
  emptyFilterTitle: "Nothing of this kind yet",
  emptyFilterWords: "Choose “Everything” to see all that is recorded about this contact.",
  quote: "“{words}”",
  loadMore: "Show earlier entries",
} as const;
