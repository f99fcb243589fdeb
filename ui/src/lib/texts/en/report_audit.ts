export const reportAudit = {
  // Report Audit
  employee: "Employee",
  method: "Method",
  all: "All",
  statusStarted: "Started",
  statusCompleted: "Completed",
  statusFailed: "Failed",
  statusCancelled: "Cancelled",
  statusInterrupted: "Interrupted",
  empty: "Nothing was printed or exported",
  emptyWords: "Prints and exports appear here with who made them and what they held.",
  emptyFiltered: "Nothing with this employee and method",
  releasedBy: "Released by {name}",
} as const;
