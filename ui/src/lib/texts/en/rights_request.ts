export const rightsRequest = {
  requestTitle: "GDPR Rights Request",
  requestWords: "What does {name} ask for?",
  access: "Right of Access",
  accessWords: "A copy of everything held about this contact, as a CSV file to send to them.",
  erasure: "Right to Erasure",
  erasureWords: "Removes this contact for good. Refused while there are transactions to keep.",

  reason: "Reason",
  reasonHint: "How and when the request came, for example: letter of 18 November.",
  reasonRequired: "Reason is required",
  exportReport: "Export Report",
  accessLogged:
    "The request is logged in the GDPR tab with your name, the date and time, and this reason.",
  exportedTitle: "Report exported",
  exportedFile: "File",
  exportedFolder: "Folder",
  exportedRows: "Lines",
  exportedHash: "Check sum (SHA-256)",
  howToSend: "Now send it to the customer",
  howToSend1: "Make sure that it is really {name} who asks, for example by calling back.",
  howToSend2:
    "Attach the file to an email to the address on this record, protected by a password you tell them by telephone, or hand it over on paper.",
  howToSend3: "Answer without delay, at the latest within one month of the request.",
} as const;
