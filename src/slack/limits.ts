/** What Slack takes, in characters or items, as its Block Kit reference says, and what we show of it. */
export const limits = {
  /** Slack takes 40,000 in a new message, but 4,000 in an edited one. Escaping and a margin are taken off. */
  messageText: 3_000,
  title: 24,
  /** All texts and answers on one card. Slack refuses posts of much over 13,000 characters. */
  cardText: 7_000,
  /** Of the last text on a card that was replaced. */
  formerText: 150,
  header: 150,
  sectionText: 3_000,
  inputText: 3_000,
  buttonText: 75,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  optionsPerSelect: 100,
} as const;

/** How much of a text of unknown length is shown; what is longer ends in "…". */
export const shown = {
  name: 80,
  reason: 300,
  /** A text message has at most 3,200 characters, so nothing is hidden from those who approve it. */
  message: 3_200,
  /** In a channel, where the whole text is one click away. */
  excerpt: 600,
  answer: 300,
  /** Texts of one person on one card; answers to each of them. */
  texts: 5,
  answers: 5,
  sentence: 2_000,
} as const;
