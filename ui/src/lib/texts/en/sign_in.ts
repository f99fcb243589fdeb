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
} as const;
