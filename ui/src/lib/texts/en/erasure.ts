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
  waitsReader:
    "{name} was erased. The last copies on this disk go when the other program that is reading the database lets go of it.",
  waitsRoom: "{name} was erased. The last copies on this disk go when there is room on the disk.",
  waitsStart: "{name} was erased. The last copies on this disk go at the next start.",
  filesLeft:
    "{count} of the chosen files were not deleted: they were changed meanwhile, or may not be removed from here.",
  remains: "What this does not reach",
  looking: "Looking through notes, reasons and exported files",
  notLooked: "Other places could not be looked through",
  nothingFound: "No other note, reason or exported file names this person.",
  inNotes: "Notes of other contacts. Change them there, if this person should not stand in them:",
  moreNotes: "There are more notes than are shown here. Search for the name to find them.",
  inTexts: "Kept in the ledger, which never changes:",
  inFiles:
    "Exported files in {folder}. Choose those to delete for good when this person is erased:",
  fileTheirs: "{file}: {report}, made on {local}, about this person",
  fileOfOne: "{file}: {report}, made on {local}, with one row, which may be about somebody else",
  fileOfMany:
    "{file}: {report}, made on {local}, with {count} rows; this person may be among them, and others are",
  noFolder:
    "This workstation asks each time where to save, so exported files could not be looked for. Remember those that were saved, printed or sent.",
  elsewhere: "Files saved elsewhere, papers and emails are not looked for.",
  notAllFiles:
    "Not every file in {folder} could be looked at. Files saved elsewhere, papers and emails are not looked for.",
  countOf: "{count} × {what}",
  reason: "Reason",
  reasonHint: "How and when the request came, for example: letter of 18 November.",
  reasonRequired: "Reason is required",

  listTitle: "GDPR Erasure",
  workstation: "Workstation",
  allWorkstations: "All workstations",
  modeFull: "Full",
  modeSurgical: "Personal data only",
  modeAuto: "Automatic",
  removedRows: "Rows in the database:",
  listOne: "{count} erased account",
  listMany: "{count} erased accounts",
  listMore: "The {count} latest erased accounts",
  readOnly: "This list can be read and exported. Nothing in it can be changed or deleted.",
  emptyTitle: "Nobody has been erased",
  emptyWords:
    "When a customer uses the Right to Erasure, the account name, date and time, user, workstation and reason are kept here.",
  emptyHere: "No erasure like this",
  emptyHereWords: "Change the days, the workstation or the words above, or show all.",
  find: "Search",
  findWhat: "Name, reference, user, reason",
  from: "From",
  to: "To",
  showAll: "Show all",
} as const;
