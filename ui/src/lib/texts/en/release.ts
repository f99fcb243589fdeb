export const release = {
  title: "A manager has to release this",
  who: "Somebody else with “{export}” and “{settings}” types their own login name and password here. It is released once, and Report Audit says by whom.",
  login: "Manager’s login name",
  password: "Manager’s password",
  release: "Release",
  asks: "More than {most} people: asks for a manager’s release",
} as const;
