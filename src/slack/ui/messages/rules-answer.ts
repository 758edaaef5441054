import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { whereWords } from '../../../domain/place/place-words.ts';
import type { AskedRule } from '../../../domain/rules/asked.ts';
import type { Override } from '../../../domain/rules/override.ts';
import { placeInWords } from '../../../domain/rules/places.ts';
import { isStale } from '../../../domain/rules/rule.ts';
import { byWeight } from '../../../domain/rules/rule-order.ts';
import { basisInWords, ruleInWords, timeInWords } from '../../../domain/rules/rule-words.ts';
import type { AllRules, PlaceRules, RulesAnswer } from '../../../services/reports/rules-answers.ts';
import { commands } from '../../ids.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { count, number } from '../words/number-words.ts';
import { takenToBe } from '../words/places/place-of-person.ts';
import { verdictInWords } from '../words/places/verdict-words.ts';

const notAdvice: Sentence = [
  'These are the rules we know, with their source and date. They are not legal advice; check them for your case.',
];
/** So that the whole stays well within what Slack takes. */
const mostShown = 12;
const mostListed = 40;

/** What the rules ask of texts to a place or person, or how many there are. Numbers are masked. */
export function rulesAnswer(answer: RulesAnswer): Message {
  const { head, items } = answer.kind === 'all' ? wholeBook(answer) : ofPlace(answer);
  const rest = items.length - mostShown;
  const shown = items.slice(0, mostShown);
  const foot: Sentence[] = rest > 0 ? [[`And ${number(rest)} more: docs/rules.md.`]] : [];
  return message(
    [...head, notAdvice, ...shown, ...foot],
    [
      richText(
        lines(...head, notAdvice),
        shown.length > 0 ? bullets(shown) : null,
        foot.length > 0 ? lines(...foot) : null,
      ),
    ],
  );
}

type Parts = { head: Sentence[]; items: Sentence[] };

function ofPlace({ number: person, residence, where, verdict, rules, at, orElse }: PlaceRules): Parts {
  const place = whereWords(where);
  const who: Sentence[] = person ? [[maskPhoneNumber(person), ...takenToBe({ where, residence }), '.']] : [];
  const doubt: Sentence[] = orElse ? [[`If you mean ${orElse.name}, write ${orElse.code}.`]] : [];
  const now: Sentence = [{ bold: person ? 'Now: ' : `In ${place}: ` }, verdictInWords(verdict, { where, at })];
  const caps: Sentence[] =
    person && verdict.kind === 'send' ? [['How often they have been texted is not counted in this.']] : [];
  const ordered = [...rules].sort((one, other) => byWeight(one.rule, other.rule));
  return { head: [...who, now, ...caps, ...doubt], items: ordered.map((asked) => ruleSentence(asked, at)) };
}

function ruleSentence({ rule, overrides }: AskedRule, at: Date): Sentence {
  const { title, readOn } = rule.source;
  const time = timeInWords(rule);
  const stale = isStale(rule, at) ? ' (stale: more than twelve months ago)' : '';
  const entered = rule.entered ? ` Entered by ${rule.entered.by}: ${rule.entered.because}` : '';
  const read = rule.basis === 'house' || rule.basis === 'operator' ? title : `${title}, read on ${readOn}${stale}`;
  const says = cut(oneLine(`${ruleInWords(rule)}${time ? ` (${time})` : ''}`), 240);
  const doubt = rule.doubt ? ` Not settled: ${rule.doubt}` : '';
  const told = cut(oneLine(` – ${basisInWords(rule)}. ${read}.${entered}${doubt}`), 260);
  return [{ bold: `${placeInWords(rule.place)}: ` }, says, ` ${told}`, ...overrides.slice(0, 2).map(besideIt)];
}

function besideIt(override: Override): string {
  const { says, because, by, from, until } = override;
  const instead = says ? ruleInWords({ says }) : 'nothing';
  return ` ${cut(oneLine(`Instead ${timeInWords({ from, until })}: ${instead}, by ${by}: ${because}`), 160)}`;
}

function wholeBook({ countries, blocked, house, overrides }: AllRules): Parts {
  const ask: Sentence = [
    'Ask for a place or person: ',
    { code: `${commands.smsCampaign} rules France` },
    ', ',
    { code: `${commands.smsCampaign} rules US-FL` },
    ' or ',
    { code: `${commands.smsCampaign} rules +12015550123` },
    '.',
  ];
  const head: Sentence[] = [
    [`Rules of ${count(countries.length, 'country', 'countries')} are known: ${named(countries)}.`],
    [blocked.length > 0 ? `Blocked by a rule: ${named(blocked)}. So is` : 'Blocked is', ' every other country.'],
    ask,
  ];
  const hours = Map.groupBy(house, (rule) => ruleInWords(rule));
  const ofHouse = [...hours].map(([says, rules]): Sentence => {
    const where = named(rules.map(({ place }) => place));
    return [{ bold: 'The house: ' }, cut(oneLine(`${says} – ${where}`), 300)];
  });
  const inPlace = overrides.map((override): Sentence => [{ bold: `${override.insteadOf}:` }, besideIt(override)]);
  return { head, items: [...inPlace, ...ofHouse] };
}

function named(places: readonly string[]): string {
  const rest = places.length - mostListed;
  const names = places.map(placeInWords).sort().slice(0, mostListed).join(', ');
  return rest > 0 ? `${names} and ${rest} more` : names;
}
