import type { KnownBlock, ModalView } from '@slack/types';
import { placeName } from '../../../domain/place/place-words.ts';
import { isStale } from '../../../domain/rules/rule.ts';
import { basisInWords, ruleInWords, timeInWords } from '../../../domain/rules/rule-words.ts';
import type { Outlook } from '../../../services/places/outlook.ts';
import { shown } from '../../limits.ts';
import { cut, ended, inert, oneLine } from '../parts/inert.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { looserSentences } from '../sections/rules/place-facts.ts';
import { capitalised, count } from '../words/number-words.ts';

/** More than these fill the window's room. */
const mostPlaces = 20;
const mostRules = 12;

/** Every rule that holds for somebody on the list, with its source and date, on top of the preview or the review. */
export function rulesOfCampaignModal({ rules, looser, at }: Outlook): ModalView {
  const places = [...Map.groupBy(rules, ({ rule }) => rule.place)];
  const more = places.length - mostPlaces;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Rules', emoji: false },
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [
      richText(
        lines(
          [
            'These are the rules we know, with their source and date. They are not legal advice; check them for your case. You answer for how they are used.',
          ],
          ...looserSentences({ looser }),
        ),
      ),
      ...places.slice(0, mostPlaces).map(([place, those]) => placeBlock(place, those, at)),
      ...(more > 0
        ? [
            richText(
              lines([
                `And ${count(more, 'other place')}: `,
                { code: '/sms-campaign rules FR' },
                ' tells those of France, for example.',
              ]),
            ),
          ]
        : []),
    ],
  };
}

function placeBlock(place: string, rules: Outlook['rules'], now: Date): KnownBlock {
  const more = rules.length - mostRules;
  const name = place === '*' ? 'Everywhere' : placeName(place);
  return richText(
    lines([{ bold: name }]),
    bullets([
      ...rules.slice(0, mostRules).map((one) => ruleSentence(one, now)),
      ...(more > 0 ? [[`And ${count(more, 'other rule')}.`]] : []),
    ]),
  );
}

function ruleSentence({ rule, overrides }: Outlook['rules'][number], now: Date): Sentence {
  const { source, doubt } = rule;
  const instead = overrides.map(({ id }) => id).join(', ');
  const parts = [
    ended(cut(capitalised(ruleInWords(rule)), shown.reason)),
    `${capitalised(basisInWords(rule))}; ${cut(inert(oneLine(source.title)), 120)}, read ${source.readOn}${timeInWords(rule) ? `, ${timeInWords(rule)}` : ''}.`,
    isStale(rule, now) ? 'Read more than a year ago: look again.' : '',
    doubt ? `Not settled: ${ended(cut(oneLine(doubt), shown.reason))}` : '',
    instead ? `Instead of it: ${cut(instead, 120)}.` : '',
  ];
  return [parts.filter((part) => part !== '').join(' ')];
}
