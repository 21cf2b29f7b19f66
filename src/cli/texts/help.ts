/** What help says of no command alone. */
export const helpTexts = {
  "help.purpose":
    "The five-type stalker typology and its form, for trained people who plan an assessment. It advises and never decides.",
  "help.offline": "It never uses the network and stores nothing.",
  "help.usual_way": "The usual way: list, template, fill in, classify. Each command has --help and --json.",
  "help.examples": "Examples:",
} as const;
