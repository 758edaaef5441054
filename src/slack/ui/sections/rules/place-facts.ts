import type { Button, KnownBlock } from '@slack/types';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { dayInWords, momentBeside } from '../../../../domain/moment.ts';
import type { Override } from '../../../../domain/rules/override.ts';
import type { Preview } from '../../../../services/campaigns/previewing.ts';
import type { Outlook, PlaceOutlook } from '../../../../services/places/outlook.ts';
import { actions } from '../../../ids.ts';
import { shown } from '../../../limits.ts';
import { button } from '../../parts/button.ts';
import { cut, ended, inert, oneLine } from '../../parts/inert.ts';
import { bullets, lines, richText, type Sentence } from '../../parts/sentence.ts';
import { count, listed, people } from '../../words/number-words.ts';

/** More places than these nobody reads before approving. */
const mostPlaces = 6;

/** By the rules of their places: who gets it when, who never does and why; what about the list's own places is unclear. */
export function placeFacts({ campaign, outlook, forecast, textProblems }: Preview): KnownBlock[] {
  const { places } = outlook;
  const unread = unreadSentences(campaign);
  const isBound = places.some((place) => place.kind === 'never' || place.closes !== null);
  if (!isBound) return unread.length > 0 ? [richText(bullets(unread))] : [];
  const shownPlaces = places.slice(0, mostPlaces);
  const rest = places.slice(mostPlaces);
  const others = rest.reduce((sum, one) => sum + one.people, 0);
  const said: Sentence[] = [
    ...shownPlaces.map((place) => placeSentence(place, campaign.zone, forecast.firstBatchAt)),
    ...(rest.length > 0
      ? [
          [
            `${people(others)} in ${count(rest.length, 'other place')}${lastOfThem(rest, campaign.zone, forecast.firstBatchAt)}.`,
          ],
        ]
      : []),
    ...unread,
    ...(waitsSomebody(places, forecast.firstBatchAt) ? [untold] : []),
  ];
  // What the text lacks has said it already.
  const advice = textProblems.length > 0 ? '' : ', which are not legal advice';
  const title = `Where they are (times in ${campaign.zone}; by the rules we know${advice}):`;
  return [richText(lines([{ bold: title }]), bullets(said))];
}

const untold: Sentence = ['The forecast’s replies come as if nobody waited for these hours.'];

function waitsSomebody(places: readonly PlaceOutlook[], firstBatchAt: Date): boolean {
  return places.some((place) => place.kind === 'reached' && place.opens > firstBatchAt);
}

function placeSentence(place: PlaceOutlook, zone: string, beside: Date): Sentence {
  const who = `${people(place.people)} in ${place.where}`;
  if (place.kind === 'never') {
    const get = place.people === 1 ? 'gets' : 'get';
    return [`${who} never ${get} it: ${cut(oneLine(place.because), shown.reason)}`];
  }
  const { opens, closes, last } = place;
  if (!closes) return [`${who}: at any time.`];
  const first = `${momentBeside({ at: opens, zone }, beside)}–${momentBeside({ at: closes, zone }, opens)}`;
  const isOnlyOnce = last === null || last.getTime() === closes.getTime();
  return [`${who}: ${first}${isOnlyOnce ? '' : `, at the last until ${momentBeside({ at: last, zone }, beside)}`}.`];
}

/** When the last of those who are not named get their turn, where that is later than the first batch. */
function lastOfThem(rest: readonly PlaceOutlook[], zone: string, beside: Date): string {
  const opens = rest.flatMap((place) => (place.kind === 'reached' ? [place.opens.getTime()] : []));
  const last = new Date(Math.max(...opens, 0));
  return last > beside ? `, the last from ${momentBeside({ at: last, zone }, beside)} on` : '';
}

function unreadSentences({ list: { unreadPlaces = [] } }: Campaign): Sentence[] {
  return unreadPlaces.map(({ column, text, people: size }) => [
    `The ${columnWords[column] ?? column} of ${people(size)} reads “${cut(inert(oneLine(text)), 40)}”, which names no place that is known: their number decides.`,
  ]);
}

const columnWords: Record<string, string> = { zone: 'time zone', state: 'state', country: 'country', zip: 'ZIP Code' };

/** What the operator has set that is looser than a rule: on everything that somebody approves or keeps. */
export function looserSentences({ looser }: Pick<Outlook, 'looser'>): Sentence[] {
  const byReason = Map.groupBy(looser, ({ by, because, until }) => JSON.stringify([by, because, until]));
  return [...byReason.values()].map((those) => looserSentence(those));
}

/** The same as blocks of a window. */
export function looserFacts({ outlook }: Pick<Preview, 'outlook'>): KnownBlock[] {
  const said = looserSentences(outlook);
  return said.length > 0 ? [richText(lines(...said))] : [];
}

function looserSentence(those: readonly Override[]): Sentence {
  const { by, because, until } = those[0]!;
  const what = listed(those.map(({ insteadOf }) => insteadOf));
  const who = `${cut(inert(oneLine(by)), 40)} until ${dayInWords(`${until}T12:00:00Z`, 'UTC', true)}`;
  return [
    { bold: 'Looser than the rules:' },
    ` ${cut(what, 200)}, set by ${who}: ${ended(cut(inert(oneLine(because)), shown.reason))}`,
  ];
}

/** Opens the rules with their sources. */
export function showRulesButton({ id, list }: Campaign): Button | null {
  return list.size === 0 ? null : button({ label: 'Show rules', action: actions.showRules, value: id });
}
