export const erasure = {
  title: "Right to Erasure",
  checking: "Checking what would go",
  notEligible: "This contact cannot be erased",
  notEligibleWords: "{name} {reasons}.",
  notEligibleNext:
    "Records of transactions have to be kept. To stop all marketing meanwhile, exclude the contact from all marketing channels.",
  willGo: "What will go",
  stays: "What stays",
  irreversible:
    "This cannot be undone. Nobody can bring the contact back, not even from Forecourt’s own records.",
  eraseFor: "Erase personal data",
  erased: "{name} was erased",
  countOf: "{count} ×",

  listTitle: "GDPR Erasure",
  utilities: "Utilities",
  workstation: "Workstation",
  allWorkstations: "All workstations",
  modeFull: "Full",
  modeSurgical: "Personal data only",
  modeAuto: "Automatic",
  removedOne: "{count} row",
  removedMany: "{count} rows",
  listOne: "{count} erased account",
  listMany: "{count} erased accounts",
  listMore: "The {count} latest erased accounts",
  readOnly: "This list can be read and exported. Nothing in it can be changed or deleted.",
  emptyTitle: "Nobody has been erased",
  emptyWords:
    "When a customer uses the Right to Erasure, the account name, date and time, user and workstation are kept here.",
  emptyHere: "Nobody has been erased at {workstation}",
} as const;
