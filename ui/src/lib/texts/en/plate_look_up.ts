/** Looking up what a plate is on: the registers and their keys. */
export const plateLookUp = {
  title: "Plate Look-up",
  path: "System > Plate Look-up",
  about:
    "Forecourt can ask two public registers what a plate is on. Only the plate leaves, over an encrypted connection: DVLA is sent it in the body of the question, DVSA’s interface wants it at the end of its address. Without a key nothing is asked, and vehicles are typed as before.",
  perComputer:
    "Keys are kept in the keychain of this computer, and nowhere else: not in the database, not in a backup. Each workstation that is to look up needs them. They are never shown again.",

  dvla: "DVLA Vehicle Enquiry",
  dvlaHint: "Make, colour, fuel, year, tax, MOT, and when the last V5C was issued.",
  dvsa: "DVSA MOT History",
  dvsaHint:
    "Model, first use, the last MOT test and its mileage, and whether a recall is outstanding.",
  apiKey: "API key",
  clientId: "Client ID",
  clientSecret: "Client secret",

  kept: "A key is kept on this computer",
  keptThree: "Keys are kept on this computer",
  none: "No key on this computer: not asked",
  keep: "Keep",
  keepFor: "Keep {register}",
  replaceHint: "What is typed here replaces what is kept.",
  saved: "Kept in the keychain: {register}",
  remove: "Remove",
  removeFor: "Remove {register}",
  removeTitle: "Remove the key for {register}?",
  removeWords:
    "It goes from the keychain of this computer, and {register} is asked no more from here.",
  removed: "Removed: {register}",

  test: "Test",
  testTitle: "Try what is kept",
  testHint:
    "Asks each register that has a key about AA19 AAA, which DVLA publishes for trying and is nobody’s.",
  accepted: "{register} answers and accepts the key",
} as const;
