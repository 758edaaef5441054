import type { KnownBlock, ModalView } from '@slack/types';
import { dayInWords } from '../../../domain/moment.ts';
import { placeName } from '../../../domain/place/place-words.ts';
import { isStale } from '../../../domain/rules/rule.ts';
import { byWeight } from '../../../domain/rules/rule-order.ts';
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

/** Every rule that holds for somebody on the list, with its source and date; which of them hold only as they were approved. */
export function rulesOfCampaignModal(
  { rules, looser, at, approved }: Outlook,
  close: 'Back' | 'Close' = 'Back',
): ModalView {
  const ordered = [...rules].sort((one, other) => byWeight(one.rule, other.rule));
  // The places stay in the order of their ids.
  const places = [...Map.groupBy(rules, ({ rule }) => rule.place).keys()].map(
    (place) => [place, ordered.filter(({ rule }) => rule.place === place)] as const,
  );
  const more = places.length - mostPlaces;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Rules', emoji: false },
    close: { type: 'plain_text', text: close, emoji: false },
    blocks: [
      richText(
        lines(
          [
            'These are the rules we know, with their source and date. They are not legal advice; check them for your case. You answer for how they are used.',
          ],
          ...looserSentences({ looser }),
          ...(approved?.isBookMissing ? [[notKept]] : []),
        ),
      ),
      ...places.slice(0, mostPlaces).map(([place, those]) => placeBlock(place, those, { at, approved })),
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

const notKept = 'The rules under which it was approved are not kept: it goes by those of today alone.';

type Then = Pick<Outlook, 'at' | 'approved'>;

function placeBlock(place: string, rules: Outlook['rules'], then: Then): KnownBlock {
  const more = rules.length - mostRules;
  const name = place === '*' ? 'Everywhere' : placeName(place);
  return richText(
    lines([{ bold: name }]),
    bullets([
      ...rules.slice(0, mostRules).map((one) => ruleSentence(one, then)),
      ...(more > 0 ? [[`And ${count(more, 'other rule')}: docs/rules.md.`]] : []),
    ]),
  );
}

function ruleSentence({ rule, overrides, isAsApproved }: Outlook['rules'][number], { at, approved }: Then): Sentence {
  const { source, doubt } = rule;
  const instead = overrides.map(({ id }) => id).join(', ');
  const parts = [
    ended(cut(capitalised(ruleInWords(rule)), shown.reason)),
    `${capitalised(basisInWords(rule))}; ${cut(inert(oneLine(source.title)), 120)}, read ${source.readOn}${timeInWords(rule) ? `, ${timeInWords(rule)}` : ''}.`,
    isStale(rule, at) ? 'Read more than a year ago: look again.' : '',
    doubt ? `Not settled: ${ended(cut(oneLine(doubt), shown.reason))}` : '',
    instead ? `Instead of it: ${cut(instead, 120)}.` : '',
    isAsApproved && approved
      ? `Approved ${dayInWords(approved.at, approved.zone)}; the rule has since become looser.`
      : '',
  ];
  return [parts.filter((part) => part !== '').join(' ')];
}
