import { anything, boolean, byType, integer, list, object, oneOf, type Rule, string } from './rules.ts';

const many = 10_000;
const longText = 40_000;
const style = object({}, { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean });

const leaf = (required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule =>
  object({ type: anything, ...required }, { ...optional, style });

const leaves = {
  text: leaf({ text: string(longText) }),
  link: leaf({ url: string(3_000) }, { text: string(longText), unsafe: boolean }),
  emoji: leaf({ name: string(255) }, { unicode: string(255), url: string(3_000), skin_tone: integer(1, 6) }),
  date: leaf(
    { timestamp: integer(0, 99_999_999_999), format: string(255) },
    { url: string(3_000), fallback: string(255) },
  ),
  user: leaf({ user_id: string(255) }),
  usergroup: leaf({ usergroup_id: string(255) }),
  channel: leaf({ channel_id: string(255) }),
  team: leaf({ team_id: string(255) }),
  broadcast: leaf({ range: oneOf('here', 'channel', 'everyone') }),
  color: leaf({ value: string(255) }),
};

const section = object({ type: anything, elements: list(byType(leaves), many, 0) });
const border = oneOf(0, 1);

const parts = {
  rich_text_section: section,
  rich_text_list: object(
    {
      type: anything,
      style: oneOf('bullet', 'ordered'),
      elements: list(byType({ rich_text_section: section }), many),
    },
    { indent: integer(0, 8), offset: integer(0, many), border },
  ),
  rich_text_quote: object({ type: anything, elements: list(byType(leaves), many) }, { border }),
  rich_text_preformatted: object(
    { type: anything, elements: list(byType({ text: leaves.text, link: leaves.link }), many) },
    { border, language: string(255) },
  ),
};

/** The rich_text block: nested lists of typed leaves, each with its own fields. */
export const richText: Rule = object(
  { type: anything, elements: list(byType(parts), many) },
  { block_id: string(255) },
);
