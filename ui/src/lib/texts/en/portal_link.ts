export const portalLink = {
  link: "Email Link to Customer Consent Portal",
  words:
    "Prepares an email with a link that only {name} can use to change their own preferences. Your mail program opens with it; nothing is sent until you press Send there.",
  address: "Send to",
  onlyAddress: "To {address}",
  noAddress: "There is no email address on this record.",
  noAddressHint: "Add one under Edit, or print the data capture form instead.",
  allowed: "Email is allowed: the link may be sent without being asked for.",
  notAllowed: "Email is not allowed, unless the customer asked for this link",
  asked: "The customer asked for this link",
  askedHint:
    "Without being asked, an invitation to give consent counts as marketing and is refused unless email is allowed already.",
  prepare: "Prepare email",
  preparedTitle: "Email prepared",
  preparedMailto:
    "Your mail program should have opened with a draft to {address}. Look it over and press Send there.",
  preparedEml:
    "A draft to {address} was opened as a file, because it is too long for a mail link. Look it over and press Send in your mail program.",
  preparedLogged:
    "The GDPR tab now says that the link was prepared. Links sent earlier to this customer no longer work.",
  linkMany: "Email portal link",
  atMost: "At most {most} contacts at once: each becomes a draft of its own.",
  prepareMany: "Prepare emails",
  manyWordsOne:
    "Prepares an email for the ticked contact, with a link that only they can use to change their own preferences. Your mail program opens with it; nothing is sent until you press Send there.",
  manyWords:
    "Prepares an email for each of the {count} ticked contacts, with a link that only they can use to change their own preferences. Your mail program opens with one draft each; nothing is sent until you press Send there.",
  manyRule:
    "A request for consent is marketing. Whoever withdrew, or was never asked, gets no email and is named with the reasons: print the form for them instead.",
  manyDoneTitle: "Emails prepared",
  manyNoneTitle: "No email prepared",
  prepared: "Prepared",
  preparedOne: "One draft should be open in your mail program. Look it over and press Send there.",
  preparedMany:
    "{count} drafts should be open in your mail program. Look them over and press Send there.",
  refused: "Not prepared",
  refusedOne: "One contact may not be asked by email, or could not be:",
  refusedMany: "{count} contacts may not be asked by email, or could not be:",
  notSetUp: "The Consent Portal is not set up",
  openSettings: "Open Settings > System > GDPR > Consent Portal",
} as const;
