import { getCountries } from 'libphonenumber-js/max';
import type { Override } from '../../../../src/domain/rules/override.ts';
import type { Rule } from '../../../../src/domain/rules/rule.ts';
import type { TakenToBe } from '../../../../src/services/replies/lives-elsewhere.ts';
import type { AllRules, PlaceRules } from '../../../../src/services/reports/rules-answers.ts';
import type { Why } from '../../../../src/services/reports/why.ts';
import { agent, aNumber } from '../../../support/builders.ts';
import { worstConversation } from './replies.ts';

/** Sixty rules of the longest words, each with overrides. */
export function worstPlaceRules(text: string, short: string): PlaceRules {
  const rules = Array.from({ length: 60 }, (_, no) => ({
    rule: aRule(`US-TX/note/${no + 1}`, `${no} ${text}`),
    overrides: Array.from({ length: 4 }, (_, at) => anOverride(`${no}/${at} ${text}`)),
  }));
  return {
    kind: 'place',
    number: aNumber(),
    where: {
      country: 'US',
      states: ['US-TX', 'US-FL'],
      isStateUnknown: true,
      zones: ['America/New_York'],
      alsoIn: ['FR'],
      from: 'list',
    },
    verdict: { kind: 'skip', because: { kind: 'blocked', because: short }, rules: [] },
    rules,
    at: new Date('2028-11-30T12:00:00Z'),
    residence: null,
    orElse: { name: 'California', code: 'US-CA' },
  };
}

export function worstBook(text: string): AllRules {
  return {
    kind: 'all',
    countries: getCountries(),
    blocked: ['US-TX', 'US-FL'],
    house: getCountries().map((place, no) => aRule(`house/${place}/note/1`, `${no} ${text}`)),
    overrides: Array.from({ length: 60 }, (_, no) => anOverride(`${no} ${text}`)),
  };
}

function aRule(id: string, text: string): Rule {
  return {
    id,
    place: 'US-TX',
    appliesTo: 'all',
    says: { kind: 'note', text },
    from: '2026-01-01',
    until: '2030-01-01',
    basis: 'law',
    surety: 'unsure',
    doubt: text,
    source: { title: text, readOn: '2026-11-20' },
    entered: { by: text, because: text },
  };
}

function anOverride(text: string): Override {
  return {
    id: 'override/FR/hours',
    insteadOf: 'FR/hours',
    says: null,
    because: text,
    by: text,
    from: '2026-01-01',
    until: '2030-01-01',
  };
}

/** Where somebody waits by their own word, by many rules. */
export function worstThere(short: string): NonNullable<Why['campaigns'][number]['there']> {
  const { where, at } = worstPlaceRules('', short);
  return {
    where: { ...where, from: 'person' },
    residence: { number: aNumber(), word: { state: short, zone: short }, by: agent, at: at.toISOString() },
    verdict: { kind: 'skip', because: { kind: 'blocked', because: short }, rules: Array(60).fill(short) },
    at,
  };
}

export function worstTakenToBe({ name, short, text }: { name: string; short: string; text: string }): TakenToBe {
  return { conversation: worstConversation({ name, short, text }), ...worstThere(short) };
}
