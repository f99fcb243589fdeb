export const reconsent = {
  title: "Marketing Re-consent Needed",
  listOne: "{count} contact to ask again",
  listMany: "{count} contacts to ask again",
  period: "Re-consent period:",
  monthsOne: "{count} month",
  monthsMany: "{count} months",
  printList: "Print list",
  emptyTitle: "Nobody needs to be asked again",
  emptyWordsOne:
    "No permission is older than {count} month. A contact comes here by itself on the day after the oldest permission has run out.",
  emptyWords:
    "No permission is older than {count} months. A contact comes here by itself on the day after the oldest permission has run out.",
  neverTitle: "Nobody is ever asked again",
  neverWords:
    "The re-consent period is 0, which means never. This list stays empty until Settings say after how many months permission has to be sought again.",
  openSetting: "Open the setting",
} as const;
