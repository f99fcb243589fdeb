export const portal = {
  link: "Email Link to Customer Consent Portal",
  words:
    "Prepares an e-mail with a link that only {name} can use to change their own preferences. Your mail program opens with it; nothing is sent until you press Send there.",
  address: "Send to",
  onlyAddress: "To {address}",
  noAddress: "There is no e-mail address on this record.",
  noAddressHint: "Add one under Edit, or print the data capture form instead.",
  asked: "The customer asked for this link",
  askedHint:
    "Without being asked, an invitation to give consent counts as marketing and is refused unless e-mail is allowed already.",
  prepare: "Prepare e-mail",
  preparedTitle: "E-mail prepared",
  preparedMailto:
    "Your mail program should have opened with a draft to {address}. Look it over and press Send there.",
  preparedEml:
    "A draft to {address} was opened as a file, because it is too long for a mail link. Look it over and press Send in your mail program.",
  preparedLogged:
    "The GDPR tab now says that the link was prepared. Links sent earlier to this customer no longer work.",
  notSetUp: "The Consent Portal is not set up",
  openSettings: "Open Settings > System > GDPR > Consent Portal",
} as const;
