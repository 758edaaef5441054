/** What Slack takes, in characters or items, by its Block Kit reference, and what we show of it. */
export const limits = {
  /** Slack takes 40,000 in a new message but 4,000 in an edited one, less escaping and a margin. */
  messageText: 3_000,
  title: 24,
  /** All texts and answers on one card. Slack refuses posts of much over 13,000 characters. */
  cardText: 7_000,
  /** Of the last text on a replaced card. */
  formerText: 150,
  header: 150,
  sectionText: 3_000,
  inputText: 3_000,
  buttonText: 75,
  /** Buttons of which one is chosen. */
  radios: 10,
  accessibilityLabel: 75,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  optionsPerSelect: 100,
  metadata: 3_000,
  chartTitle: 50,
  chartLabel: 20,
  chartPoints: 20,
  chartAxis: 50,
  tableRows: 100,
  containerTitle: 150,
} as const;

/** How much of a text of unknown length is shown; longer ones end in "…". */
export const shown = {
  name: 80,
  reason: 300,
  /** A text message has at most 3,200 characters, so approvers see all of it. */
  message: 3_200,
  /** In a channel, where the whole text is one click away. */
  excerpt: 600,
  answer: 300,
  /** Of the campaign's text on each reply: enough to know which it was. */
  got: 60,
  /** One person's texts on one card; answers to each of them. */
  texts: 5,
  answers: 5,
  sentence: 2_000,
  /** Of many texts below each other on one post. */
  line: 80,
  label: 40,
} as const;
