import type { Answering } from '../answering/answering.ts';
import { CampaignError } from '../campaign-error.ts';
import { type Many, piecesOf } from '../many.ts';
import { countSegments } from '../message/segments.ts';
import { parseTemplate, placeholders, renderMessage, type Template } from '../message/template.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createTurns } from '../turns.ts';
import { mostSegments } from './measure.ts';

/** Of thank-yous, each as long as it can be: `total`, if everybody got their longest one. */
export type ThankYous = { total: number; most: number };

/**
 * The segments that thank-yous may cost on top: one a person at most, so the longest of each. Undefined when there are
 * none. Works in slices, like measuring the messages.
 */
export async function measureThankYous(
  { expected }: Pick<Answering, 'expected'>,
  columns: readonly string[],
  recipients: Many<Pick<ListedRecipient, 'values'>>,
): Promise<ThankYous | undefined> {
  const templates = expected.flatMap(({ thankYou }) => (thankYou === null ? [] : [parseTemplate(thankYou)]));
  if (templates.length === 0) return undefined;
  const isFixed = (template: Template) => placeholders(template).length === 0;
  const segmentsOf = (template: Template, values: readonly string[]) => {
    const rendered = renderMessage(template, columns, values);
    return rendered.ok ? countSegments(rendered.text).segments : 0;
  };
  const fixed = Math.max(0, ...templates.filter(isFixed).map((template) => segmentsOf(template, [])));
  const filled = templates.filter((template) => !isFixed(template));
  if (filled.length === 0) return { total: fixed * recipients.length, most: fixed };

  const found = { total: 0, most: fixed };
  const turns = createTurns();
  for await (const piece of piecesOf(recipients)) {
    for (const { values } of piece) {
      if (turns.areDue()) await turns.give();
      const longest = Math.max(fixed, ...filled.map((template) => segmentsOf(template, values)));
      found.total += longest;
      found.most = Math.max(found.most, longest);
    }
  }
  return found;
}

export function refuseLongThankYou({ most }: ThankYous): void {
  if (most <= mostSegments) return;
  throw new CampaignError(
    'long_thank_you',
    `Expected answers (More settings): a thank-you takes ${most} segments for at least one recipient; shorten it to ${mostSegments}.`,
    'expected',
  );
}
