export const startup = {
  // Emergency recovery
  recoveryHint:
    "The recovery key opens this dealership’s data when the keychain of the computer is lost. It stands on the emergency sheet; Forecourt keeps no copy that can be read.",
  renew: "Make a new recovery key",
  renewTitle: "Make a new recovery key?",
  renewWords:
    "Do this when the sheet was lost or seen by somebody. Until the new key is typed back, the sheet you have goes on working; after that it opens only older backups.",
  recoveryDone: "The recovery key is in force",
  keyWaits:
    "A new recovery key was made. Until it is typed back, it and the sheet before it both open this dealership’s data. If you have the new sheet, type its key. If you do not, make a new key.",
  firstKeyWaits:
    "Until it is, no contact can be added. If you have the emergency sheet, type its key. If you do not, make a new key.",
  typeKey: "Type the key from the sheet",
  typeKeyTitle: "Type the recovery key back",
  typeKeyWords:
    "Copy the whole key from the emergency sheet. Capital or small letters and hyphens do not matter; O counts as 0, I and L count as 1.",
  later: "Later",
  recoveryBackups: "Backups made before keep the old key; keep the old sheet with them.",

  // Failures
  whatToDo: "What to do",
  place: "Data folder",
  detail: "Detail",
  needed: "Needed",
  useRecoveryKey: "Use recovery key",
  keychain_lockedTitle: "The keychain of this computer is locked",
  keychain_lockedWords:
    "The key to your dealership’s data lies in the computer’s keychain, and the keychain did not open. Your data is safe and unchanged.",
  keychain_lockedDo:
    "Unlock the keychain (it may be asking for the computer’s password in another window).|Then choose Try again.|If nobody knows the keychain’s password, use the recovery key from the emergency sheet.",
  keychain_entry_missingTitle: "The key is no longer in the keychain",
  keychain_entry_missingWords:
    "The database is here, but the keychain has no key for it. That happens when the keychain was reset or the computer’s user account is a new one. Your data is safe and unchanged.",
  keychain_entry_missingDo:
    "Take the emergency sheet that was printed when Forecourt was set up.|Choose Use recovery key and type the key from the sheet.|Forecourt then puts the key back into the keychain.",
  no_keychainTitle: "This computer has no keychain",
  no_keychainWords:
    "Forecourt keeps its key in the keychain of the operating system, and none is running here. Your data is safe and unchanged.",
  no_keychainDo:
    "On Linux install and start GNOME Keyring or KWallet, then sign in to the desktop again.|Then choose Try again.|To work meanwhile, use the recovery key from the emergency sheet. Forecourt will ask for it at every start.",
  wrong_keyTitle: "The key does not fit this database",
  wrong_keyWords:
    "The keychain holds a key, but of another database. That happens when a data folder was copied from another computer. Your data is safe and unchanged.",
  wrong_keyDo:
    "Check that the data folder named below is the right one.|If it is, use the recovery key from the emergency sheet of that dealership.",
  damaged_fileTitle: "The database file is damaged",
  damaged_fileWords:
    "The key fits, but the file cannot be read as it was written. Nothing was changed by Forecourt, and nothing will be.",
  damaged_fileDo:
    "Do not delete anything in the data folder.|Copy the whole data folder to another disk first.|Have the disk checked for faults, then choose Try again.|If it stays like this, ask for help. Tell them what stands below, and the version at the foot of this screen.",
  salvage: "Save what can be read…",
  salvageTitle: "Save what can be read",
  salvageWords:
    "Forecourt reads the damaged file, leaves it as it is, and writes all that can be read into a new data folder. Choose a place on another disk. The new folder is for looking things up while help comes, not for working on: something is missing in it, and that may be somebody’s “no”. Delete it when the dealership works again.",
  salvageStart: "Choose a place and save",
  salvagedOne: "{count} row could be read",
  salvagedMany: "{count} rows could be read",
  salvagedIn:
    "They are in {folder}. To look at them, start Forecourt with “--data” and that folder, or have whoever helps you do so.",
  salvagedAll: "Every row of every table could be read.",
  salvagedLeftOut: "Left out",
  salvagedPart: "{name}: {kept} rows saved. Places that could not be read: {holes}",
  salvagedOrphans: "{part}. Rows left out because what they belong to is missing: {orphans}",
  newer_databaseTitle: "This database belongs to a newer Forecourt",
  newer_databaseWords:
    "Another computer or a later version has already worked with it. This version left it untouched.",
  newer_databaseDo:
    "Install the latest Forecourt on this computer, then start it again.|Until then go on working on the computer that has it.",
  disk_fullTitle: "The disk is full",
  disk_fullWords:
    "There is no room left on the disk that holds the database, so it cannot be opened for work. The database itself is in order.",
  disk_fullDo:
    "Make room on the disk: empty the wastebasket, move large files elsewhere.|Leave the data folder as it is.|Then choose Try again.",
  unsafe_placeTitle: "The data folder is in an unsafe place",
  unsafe_placeWords:
    "The folder is on a network drive or in a folder that a cloud service copies. Both damage databases sooner or later, and send customers’ data elsewhere. Forecourt did not open it.",
  unsafe_placeDo:
    "Move the whole data folder to a disk of this computer that no cloud service watches.|Start Forecourt with the folder’s new place, or choose Try again after the cloud service stopped watching it.",
  open_to_othersTitle: "Others can look into the data folder",
  open_to_othersWords:
    "Forecourt closes its data folder to everybody but you, and this one it could not close: it belongs to somebody else, is shared, was made for other things, or lies on a disk that knows no owners. Forecourt did not open it.",
  open_to_othersDo:
    "If the folder is yours alone, take the rights to it from all others in its properties, then choose Try again.|If it lies on a memory stick or another disk without rights, move the whole data folder to this computer’s own disk, and start Forecourt with its new place.",
  in_useTitle: "The database is in other hands",
  in_useWords:
    "Forecourt needs the database for itself, and another program has it open or may alone write to its folder. Nothing was changed.",
  in_useDo:
    "Look for another Forecourt window, also of another person signed in to this computer, and close it there.|Check that this user of the computer may write to the data folder.|Then choose Try again.",
  unfinished_set_upTitle: "Set-up was not finished",
  unfinished_set_upWords:
    "Setting Forecourt up ended before its recovery key was typed back. No customer’s data is in it yet.",
  unfinished_set_upDo:
    "If the keychain of this computer is only locked, unlock it and choose Try again.|If you have the emergency sheet, use the recovery key and go on where you left off.|Otherwise set Forecourt up again.",
  setUpAgain: "Set up again",
  setUpAgainTitle: "Set up again?",
  setUpAgainWords:
    "Forecourt begins as on the first day. The files of the earlier set-up are not deleted: they are put aside in the data folder, and their emergency sheet does not open the new dealership.",

  // Recovery key
  recoveryKey: "Recovery key",
  recoveryKeyLong: "{count} of {length} characters",
  openWithKey: "Open with this key",
  enterKeyTitle: "Open with the recovery key",
  enterKeyWords:
    "Type the key from the emergency sheet. Capital or small letters and hyphens do not matter; O counts as 0, I and L count as 1.",

  // Set-up
  setUp: "Set up",
  stepWelcome: "Welcome",
  stepDealership: "Dealership",
  stepManager: "First manager",
  stepWorkstation: "This workstation",
  stepKey: "Recovery key",
  welcomeTitle: "Welcome to Forecourt",
  welcomeWords:
    "Forecourt keeps your customers’ details encrypted on this computer, and knows what each of them allows. Setting it up takes about five minutes.",
  welcomeNeeds: "Have ready",
  welcomeNeed1: "the dealership’s address and the web address of its privacy policy",
  welcomeNeed2: "a printer, for the emergency sheet",
  welcomeStart: "Begin",
  dealershipTitle: "Your dealership",
  dealershipWords: "Stands on printed forms and in what customers are told.",
  timeZone: "Time zone",
  nameNeeded: "The dealership needs a name.",
  managerTitle: "The first manager",
  managerWords:
    "This employee holds every access right and can create the others in Settings > Employees.",
  managerName: "Name",
  managerLogin: "Login name",
  managerNameNeeded: "Type the manager’s name.",
  managerLoginNeeded: "Choose a login name.",
  workstationTitle: "This workstation",
  workstationWords:
    "Every change remembers the workstation it was made at. A name that says where it stands helps: SVC-02, SHOWROOM-1.",
  workstationName: "Workstation name",
  workstationNeeded: "Give this workstation a name.",
  createDatabase: "Create the database",
  keyTitle: "Your recovery key",
  keyWords:
    "If this computer’s keychain is ever lost, this key is what opens your data. Forecourt keeps no copy that could be shown later, and nobody else has it.",
  keyGroups: "Recovery key, 8 groups",
  printSheet: "Print emergency sheet",
  sheetPrinted:
    "The emergency sheet was opened for printing. Keep it in the safe, not beside the computer.",
  sheetSaved:
    "The emergency sheet is {file} in {folder}. Print it, keep it in the safe, then delete the file.",
  haveIt: "I have it on paper",
  typeBackTitle: "Type two groups back",
  typeBackWords:
    "So that you and we know the sheet can be read: copy these two groups from the paper.",
  group: "Group {number}",
  finish: "Finish",
  showAgain: "Show the key again",
  keyUnconfirmedTitle: "The recovery key was not typed back yet",
  keyUnconfirmedWords:
    "Until it is, no contact can be added. Forecourt keeps the key for printing until somebody signs in or the program ends. Print the emergency sheet, then copy two groups from the paper.",
  keyNotToHand: "No printer, no sheet?",
  keyNotToHandWords:
    "Sign in as a manager and make a new recovery key in Settings > Emergency recovery. This one cannot be printed after that.",
  noKeychainKept:
    "This computer has no keychain that keeps the key. Forecourt will ask for this recovery key at every start.",
} as const;
