/** What Slack takes, in characters or items, as its Block Kit reference says, and what we show of it. */
export const limits = {
  blocksPerMessage: 50,
  blocksPerView: 100,
  /** Slack takes 40,000 in a new message, but 4,000 in an edited one. Escaping and a margin are taken off. */
  messageText: 3_000,
  /** Not published: above some 13,200 characters of text in all blocks Slack answers `msg_blocks_too_long`. */
  blockTextPerMessage: 13_200,
  title: 24,
  header: 150,
  sectionText: 3_000,
  inputText: 3_000,
  privateMetadata: 3_000,
  buttonText: 75,
  accessibilityLabel: 75,
  confirmText: 300,
  optionText: 75,
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
  sentence: 2_000,
} as const;
