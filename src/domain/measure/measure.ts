import type { SegmentSummary } from '../campaign/campaign.ts';
import { CampaignError } from '../campaign-error.ts';
import { type Many, piecesOf } from '../many.ts';
import { countSegments } from '../message/segments.ts';
import { parseTemplate, renderMessage } from '../message/template.ts';
import { placeOfNumber } from '../place/number-place.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import { createTurns } from '../turns.ts';
import { countOddities, oddityFinder } from './odd-messages.ts';
import { countCostly, countPlainer } from './segment-costs.ts';

/** Rises when measuring finds something new: results of an earlier edition are measured again. */
const edition = 2;

/**
 * The summary is of the present edition and knows the countries: nothing has to be measured again. `lookedBy`: nor has the
 * wording, which was looked at by the same.
 */
export function isMeasured(segments: SegmentSummary, lookedBy?: string): boolean {
  if (lookedBy !== undefined && segments.wording?.by !== lookedBy) return false;
  return segments.edition === edition && segments.countries !== undefined;
}

/** More segments are refused: carriers drop them, and nobody means to send them. */
export const mostSegments = 10;

/**
 * Counts billed segments over the whole list and picks the most telling messages: those that say more than the text,
 * the first, the shortest, the longest, and those with unusual letters. People who opted out are measured too: they may
 * opt in before their turn, and only measured people are texted. Whom the campaign's rules leave out is not. `wording` looks at
 * each text, too. Works in slices, so that nobody waits for it.
 */
export async function measureMessages(
  text: string,
  columns: readonly string[],
  recipients: Many<ListedRecipient>,
  wording?: { look(person: ListedRecipient, text: string): void; summary(): SegmentSummary['wording'] },
): Promise<SegmentSummary> {
  const template = parseTemplate(text);
  const summary: SegmentSummary = { edition, total: 0, most: 0, encoding: 'GSM-7' };
  const costs = new Map<number, number>();
  const countries = new Map<string, { country: string; people: number; parts: number }>();
  const samples = pickSamples(text);
  const turns = createTurns();
  const [oddityOf, odd] = [oddityFinder(template, columns), countOddities()];
  const [costly, plainer] = [countCostly(), countPlainer(text, columns)];
  const look = (recipient: ListedRecipient, no: number): void => {
    const rendered = renderMessage(template, columns, recipient.values);
    if (!rendered.ok) return;
    const { segments, encoding } = countSegments(rendered.text);
    summary.total += segments;
    summary.most = Math.max(summary.most, segments);
    costs.set(segments, (costs.get(segments) ?? 0) + 1);
    if (encoding === 'UCS-2') {
      summary.encoding = 'UCS-2';
      costly.look(rendered.text, segments);
      plainer.look(recipient.values, segments);
    }
    samples.look(no, rendered.text);
    wording?.look(recipient, rendered.text);
    const oddity = oddityOf(rendered.text, recipient.values);
    if (oddity) odd.add(no, oddity);
    const country = placeOfNumber(recipient.number).country ?? '001';
    const known = countries.get(country) ?? { country, people: 0, parts: 0 };
    known.people += 1;
    known.parts += segments;
    countries.set(country, known);
  };
  let no = 0;
  for await (const piece of piecesOf(recipients)) {
    for (const recipient of piece) {
      if (turns.areDue()) await turns.give();
      if (recipient.leftOut === undefined) look(recipient, no);
      no += 1;
    }
  }
  const byParts = [...countries.values()].sort((a, b) => b.parts - a.parts);
  const positions = [...new Set([...(odd.summary()?.nos.slice(0, oddSamples) ?? []), ...samples.positions()])];
  const found = {
    odd: odd.summary(),
    costly: costly.summary(),
    plainer: plainer.summary(),
    wording: wording?.summary(),
  };
  const bySegments = [...costs]
    .map(([segments, people]) => ({ segments, people }))
    .sort((a, b) => a.segments - b.segments);
  return { ...summary, costs: bySegments, countries: byParts, samples: positions, ...withoutNothing(found) };
}

/** At most this many messages that say more than the text are shown before the others. */
const oddSamples = 2;

function withoutNothing<T extends object>(found: T): Partial<T> {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** At least this many messages are shown, if there are as many. */
const fewestSamples = 3;
/** At most this many messages with unusual letters are shown, each with a letter that no other shown one has. */
const mostUnusual = 3;

function pickSamples(template: string) {
  const shown = new Set(template);
  const unusual: number[] = [];
  const first: number[] = [];
  let shortest: { no: number; length: number } | undefined;
  let longest: { no: number; length: number } | undefined;
  return {
    look(no: number, text: string): void {
      if (first.length < fewestSamples) first.push(no);
      const { length } = text;
      if (!shortest || length < shortest.length) shortest = { no, length };
      if (!longest || length > longest.length) longest = { no, length };
      if (unusual.length >= mostUnusual || plain.test(text)) return;
      const isNew = Array.from(text).some((char) => !shown.has(char) && !plain.test(char));
      if (!isNew) return;
      for (const char of text) shown.add(char);
      unusual.push(no);
    },
    positions(): number[] {
      const telling = [first[0], shortest?.no, longest?.no, ...unusual].filter((no) => no !== undefined);
      const positions = new Set(telling);
      for (const no of first) if (positions.size < fewestSamples) positions.add(no);
      return [...positions].sort((a, b) => a - b);
    },
  };
}

/** Letters that all programs and phones write alike. */
const plain = /^[\x20-\x7e\n\r]*$/;

export function refuseLongMessage({ most }: Pick<SegmentSummary, 'most'>): void {
  if (most <= mostSegments) return;
  const sentence = `The message takes ${most} segments for at least one recipient; shorten it to ${mostSegments}.`;
  throw new CampaignError('long_message', sentence, 'message');
}
