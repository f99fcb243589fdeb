export const setting = {
  title: "Settings",
  searchLabel: "Search settings",
  searchPlaceholder: "Search settings",
  searchNothing: "No setting of that name",
  searchResults: "Settings found",
  also: "also {path}",
  sections: "Sections of the settings",

  // Sections, by the paths the trade knows
  groupSystem: "System",
  groupGdpr: "Records",
  groupEmployees: "Employees",
  groupEmergency: "Emergency",
  system: "General",
  systemGdpr: "GDPR",
  portal: "Consent Portal",
  history: "History",
  verify: "Verify",
  invoices: "Invoices",
  employees: "Employees",
  reportAudit: "Report Audit",
  signIns: "Sign-ins",
  recovery: "Emergency recovery",
  pathSystem: "System",
  pathPlaceholders: "System > Placeholders",
  pathSystemGdpr: "System > GDPR",
  pathPortal: "System > GDPR > Consent Portal",
  pathGdpr: "GDPR",
  pathHistory: "GDPR > History",
  pathVerify: "GDPR > Verify",
  pathInvoices: "Service > Settings > Invoices",
  pathEmployees: "Employees",
  pathReportAudit: "Employees > Report Audit",
  pathSignIns: "Employees > Sign-ins",
  pathRights: "Employees > Access Rights > Other",

  // Saving
  saved: "Saved: {what}",
  saveWhat: "Save {what}",
  undo: "Undo changes",
  unsaved: "Not saved yet",

  // System
  dealershipHint: "Printed on forms and shown to customers.",
  clock: "Time zone and locking",
  timeZoneHint: "Every date and time is shown in it, and months are counted by its calendar.",
  bulk: "Prints and exports of many people",
  bulkHint:
    "How many people an employee may print or export without the right “{right}”, and how often a day with it. Beyond that a manager releases it at the desk. Every print and export is in Report Audit.",
  idleHint: "The workstation then asks for the password again.",
  clockBehind: "The clock is behind the last entry",
  clockBehindWords:
    "While it is behind, consent is counted by the later date, so that a clock put back makes none valid again. If the clock was wrong before and is right now, say so here, and its date counts from then on. Entries made meanwhile keep their dates.",
  clockIsRight: "The clock is right now",
  clockAccepted: "Dates are counted by this clock again.",
  workstation: "This workstation",
  workstationName: "Workstation name",
  workstationHint: "Stands beside every change made here.",
  saveFolder: "Folder for printed and exported files",
  saveFolderNone: "Ask each time",
  chooseFolder: "Choose folder…",
  askEachTime: "Ask each time",

  // Service > Settings > Invoices
  invoiceCustomer: "What an invoice says about the customer",
  invoiceCustomerHint:
    "Name and address always stand on it. A reprint goes by what is set here today, whatever was printed before.",
  invoiceParts: "Parts counter",
  invoicePartsFollow: "As in Service",
  invoicePartsOn: "On",
  invoicePartsOff: "Off",
  invoicePayment: "Payment",
  invoicePaymentHint: "Counted from the date of the invoice; 0 = on the day.",
  invoiceSeries: "Next numbers",
  invoiceSeriesHint:
    "So that numbers go on from the books of before. Once something of a series was posted, its numbers go on without a gap.",
  invoiceSeriesChange: "Change",
  invoiceSeriesChangeOf: "Change the first number of {what}",
  invoiceSeriesTitle: "First number of {what}",
  invoiceSeriesFirst: "Number of the first document",
  invoiceSeriesFirstHint:
    "The one after the last of the books of before. It can be changed until something is posted.",
  invoiceSeriesInUse: "Something of this series was posted already.",
  invoiceSeriesNext: "Next: {number}",

  // System > GDPR
  requireConsentOn:
    "New contacts start with no marketing preference, and nothing is sent until the customer allowed it.",
  requireConsentOff:
    "New contacts start with Email, SMS, Letter and Telephone assumed (legitimate interest), not consented.",
  requireConsentTurnOn: "Turn on Require Consent for Marketing?",
  requireConsentTurnOff: "Turn off Require Consent for Marketing?",
  requireConsentTurnOnWords:
    "Contacts created from now on start with nothing allowed. Contacts that exist already stay as they are.",
  requireConsentTurnOffWords:
    "Contacts created from now on start with Email, SMS, Letter and Telephone assumed. Under UK law, email and SMS to new people then rest on the soft opt-in alone.",
  turnOn: "Turn on",
  turnOff: "Turn off",
  reason: "Reason",
  reasonHint: "Kept in GDPR > History with your name, the time and this workstation.",
  reasonNeeded: "Say why the dealership decided so: with 0 nobody is ever prompted.",
  changeLog: "Changes of this setting",
  changeLogNone: "Never changed.",
  turnedOn: "Turned on",
  turnedOff: "Turned off",
  periods: "Periods",
  reconsentHint:
    "After so many months consent has to be asked for again. 0 = never; needs a reason.",
  reviewHint: "How often preferences are gone through with the customer. 0 = never.",
  manufacturers: "Manufacturer",
  franchiseHint: "Adds consent to pass details on to the manufacturer of each brand.",
  brandsHint: "Type a brand and press Enter.",
  thirdPartiesHint:
    "Consent to pass details on counts only for those named here. Type a name and press Enter.",
  noticeHint: "A new wording gets a new version; every consent remembers the one that was shown.",
  erasure: "GDPR Erasure",
  maskHint: "0 = never.",
  confirmGdpr: "Save GDPR settings",
  confirmGdprWords: "These changes are logged:",
  fromTo: "{setting}: {old} → {new}",
  nothing: "empty",
  on: "on",
  off: "off",

  // Consent portal
  portalEnabledHint:
    "“Email Link to Customer Consent Portal” on a contact prepares a message with the customer’s own link.",
  portalAddressHint: "Begins with https://",
  portalContactUs: "Contact Us on the portal",
  privacyPolicy: "Privacy policy address",
  portalIncomplete:
    "The portal can be turned on once its address, company, contact and an https privacy policy are filled in.",

  // History
  historyEmpty: "No setting was changed yet",
  historyEmptyWords: "Changes appear here with who made them, where, and why.",
  oldNew: "{old} → {now}",

  // Verify
  verifyTitle: "Ledger",
  verifyHint:
    "Consent, rights requests, erasures, settings, prints and sign-ins are lines of one chain in which each line seals the one before. Verifying reads every line, finds the first that was altered or removed, and compares everything else in the database with them.",
  verifyNow: "Verify now",
  verifyOk: "The ledger is unbroken",
  verifyOkWords: "{lines} lines, each sealing the one before. Everything else agrees with them.",
  verifyAstray: "The database does not agree with the ledger",
  verifyAstrayWords:
    "Every line is sound, but this was changed outside Forecourt. Keep a copy of the data folder as it is, and have someone independent look at it.",
  verifyNotCompared:
    "This computer remembers no head to compare with, so lines cut off at the end would not show.",
  verifyBad: "The ledger is broken at line {seq}",
  verifyBadWords:
    "Lines before it are sound. Keep a copy of the data folder as it is, and have someone independent look at it.",
  rolledBack: "Older records, or the last entries lost",
  rolledBackWords:
    "Close Forecourt on every computer and bring the newer copy of the data folder back, or call for help. Only when there is none, say why, and these records are the ones to go on with. What was entered after their last line is lost then, erasures and objections too: enter them again.",
  rolledBackAccept: "Go on with these records",
  rolledBackConfirm: "Is there no newer copy?",
  rolledBackLoses:
    "From here on these records count. What was entered after their last line stays lost: people who were erased are back, and whoever objected is asked again, until it is entered once more.",
  rolledBackAccepted: "These records are remembered from here on.",
  verifyHead: "Head",
  verifyHeadHint:
    "The seal of the newest line. It is printed on reports and erasure lists, so that paper and program can be compared.",

  // Profile
  profileHint:
    "A set of settings that makes Forecourt behave like the system you know. Each setting can still be changed on its own.",
  profileWords_forecourt:
    "All channels, service and general messages apart, review every 6 months, consent runs out after 12.",
  profileWords_dragon:
    "Email, SMS, Letter and Telephone with one tick each; after 12 months staff are prompted, nothing is blocked.",
  profileWords_navigator:
    "Us and T.P., service and general messages apart, forced review every 6 months.",
  profileWords_vtiger: "Email only; what the customer withdrew stays withdrawn. No periods.",
  profileInUse: "In use",
  profileShow: "Show changes",
  profileShowFor: "Show changes of {profile}",
  profileTitle: "Change to {profile}?",
  profileChanges: "This will change, each with its own line in the history:",
  profileNothing: "Everything stands so already. Nothing will change.",
  profileApply: "Apply",
  profileApplied: "{profile} is in use now",
  profileReasonNeeded:
    "Say why the dealership decided so: with a period of 0 nobody is ever prompted.",

  // Periods
  expiringHint: "From then on it shows as about to expire, in amber. {min} to {max} days.",

  // Review
  review: "Review",
  reviewCardHint:
    "In these modules a customer whose review is due is asked before staff can go on. None chosen: nobody is forced.",

  // Panel
  panel: "What the panel shows",
  panelHint: "What is not shown keeps what is recorded.",
  channelsNeeded: "Show at least one channel.",
  thirdPartiesShownHint: "Off: the panel asks about our own messages only.",
  purposesShownHint: "Off: one tick for each channel writes both.",

  // Answers
  answers: "Recording answers",
  compactFormHint:
    "As in Navigator: an answer is a channel and a kind of message, each ticked on its own. Off: one matrix, with Yes, No or not asked in every cell.",
  contactLockHint:
    "On: staff cannot tick again what the customer took back personally. Off: they can, with a note.",
  notesRequiredHint: "Off: the note stays optional.",
  mailshotsOnlyHint:
    "For flags carried over from an old system. On, as in Navigator: the Automatic Contact Manager still sends service reminders. Off is safer.",

  // Wording
  versions: "All versions",
  versionLine: "Version {version}, since {since}",
  versionNow: "shown now",
  dealershipName: "Dealership name",
  address: "Address",
  postcode: "Postcode",
  usePrivacyPolicy: "Use {address}, from the dealership details",
  phone: "Telephone",
  email: "Email",
  website: "Website",
  vatNumber: "VAT number",
  companyNumber: "Company number",
} as const;
