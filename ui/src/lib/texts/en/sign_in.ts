export const signIn = {
  // Sign-in
  whoIsAt: "Who is at {workstation}?",
  employees: "Employees",
  findEmployee: "Find an employee",
  noEmployeeFound: "Nobody of that name",
  otherLogin: "Sign in with a login name",
  login: "Login name",
  password: "Password",
  signIn: "Sign in",
  someoneElse: "Someone else",
  wrongPassword: "That is not the password.",
  waitBefore: "Wait {wait} before the next try.",
  workstation: "Workstation {name}",
  version: "Version {version}",

  // Lock
  locked: "Locked",
  unlock: "Unlock",
  switchEmployee: "Switch employee",

  // Own password
  changePassword: "Change my password",
  presentPassword: "Present password",
  newPassword: "New password",
  newPasswordAgain: "New password again",
  passwordAgain: "Password again",
  passwordsDiffer: "The two are not the same.",
  passwordChanged: "Your password was changed",
  passwordNeeded: "Type a password.",

  // A password that somebody else set
  chooseOwn: "Choose your own password",
  chooseOwnWords:
    "Somebody else set the password you signed in with. Choose one that only you know.",
  givenPassword: "Password you were given",
  chooseAndGoOn: "Use this password",
  notNow: "Not now",

  // What others changed
  toldTitle: "Your account was changed",
  told: "{local}: {by} {what}",
  toldPassword: "set a new password for you",
  toldGranted: "gave you {rights}",
  toldRemoved: "took {rights} away from you",
  toldWords: "If this comes as a surprise, ask whoever did it, or another manager.",
  toldRead: "OK",
  toldLater: "Remind me next time",
} as const;
