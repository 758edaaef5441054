import { type Answering, longestAnswer } from '../answering/answering.ts';
import { whereInAnswering } from '../answering/lines.ts';
import { CampaignError } from '../campaign-error.ts';
import { type Many, piecesOf } from '../many.ts';
import { parseTemplate, renderMessage, type Template } from '../message/template.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createTurns } from '../turns.ts';

type People = Many<Pick<ListedRecipient, 'values'>>;

/** Refuses a canned answer that, filled in, would be too long for somebody on the list. Works in slices. */
export async function refuseLongCanned(
  { canned }: Pick<Answering, 'canned'>,
  columns: readonly string[],
  recipients: People,
): Promise<void> {
  const templates = canned.map(({ text }) => parseTemplate(text));
  if (!templates.some(({ parts }) => parts.some((part) => typeof part !== 'string'))) return;
  const longest = await longestValues(columns, recipients);
  const doubtful = templates.flatMap((template, no) =>
    mostCharacters(template, columns, longest) > longestAnswer ? [{ template, no }] : [],
  );
  // The longest values may be of different people.
  const turns = createTurns();
  for await (const piece of piecesOf(doubtful.length > 0 ? recipients : [])) {
    for (const { values } of piece) {
      if (turns.areDue()) await turns.give();
      const tooLong = doubtful.find(({ template }) => {
        const rendered = renderMessage(template, columns, values);
        return rendered.ok && rendered.text.length > longestAnswer;
      });
      if (tooLong) throw isTooLong(tooLong.no + 1);
    }
  }
}

async function longestValues(columns: readonly string[], recipients: People): Promise<number[]> {
  const longest = columns.map(() => 0);
  const turns = createTurns();
  for await (const piece of piecesOf(recipients)) {
    for (const { values } of piece) {
      if (turns.areDue()) await turns.give();
      for (const [at, most] of longest.entries()) longest[at] = Math.max(most, values[at]?.length ?? 0);
    }
  }
  return longest;
}

function mostCharacters({ parts }: Template, columns: readonly string[], longest: readonly number[]): number {
  return parts.reduce((sum, part) => {
    if (typeof part === 'string') return sum + part.length;
    return sum + Math.max(longest[columns.indexOf(part.name)] ?? 0, part.fallback?.length ?? 0);
  }, 0);
}

function isTooLong(line: number): CampaignError {
  const sentence = `${whereInAnswering('canned', line)}: filled in, it has more than ${longestAnswer} characters for at least one recipient. Shorten it, or their values.`;
  return new CampaignError('long_canned', sentence, 'canned');
}
