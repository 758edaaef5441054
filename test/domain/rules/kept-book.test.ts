import { describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../../src/domain/place/whereabouts.ts';
import { askedOf, askedOfBoth } from '../../../src/domain/rules/asked.ts';
import { judgePlace } from '../../../src/domain/rules/judge.ts';
import { noOperatorRules } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { bookText, type RuleBook, readBook, rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { usualHouse } from '../../support/usual-house.ts';
import { first, nobody } from './any-world.ts';

const book = rulesInForce(knownRules, usualHouse, noOperatorRules);

describe('a book of rules that is kept', () => {
  test('is read back as it was, under the same hash, and is small', () => {
    const text = bookText(book);
    expect(readBook(text)).toEqual(book);
    expect(text.length).toBeLessThan(150_000);
  });

  test('is none for a version that does not know its form', () => {
    expect(readBook(bookText(book).replace('"kind":"hours"', '"kind":"moons"'))).toBeUndefined();
  });

  test('of November 2026 is read for ever', () => {
    const kept =
      '{"overrides":[{"because":"We asked the network.","by":"Ada","from":"2026-01-01","id":"operator/override/1","insteadOf":"FR/hours/1","says":null,"until":"2027-01-01"}],"rules":[{"appliesTo":"all","basis":"law","from":"2026-11-01","id":"FR/hours/1","place":"FR","says":{"closedOn":["FR"],"kind":"hours","windows":[{"days":[1,2],"from":"08:30","to":"20:00"}]},"source":{"readOn":"2026-11-01","title":"A source"},"surety":"sure"},{"appliesTo":"all","basis":"house","id":"house/*/cap/1","place":"*","says":{"kind":"cap","max":1,"perHours":24},"source":{"readOn":"2026-11-20","title":"The house"},"surety":"sure"},{"appliesTo":"all","basis":"law","id":"IN/blocked/1","place":"IN","says":{"because":"Not yet.","kind":"blocked"},"source":{"readOn":"2026-11-01","title":"A source"},"surety":"sure"}]}';
    expect(readBook(kept)).toMatchObject({ rules: [{ id: 'FR/hours/1' }, {}, {}], overrides: [{ by: 'Ada' }] });
  });
});

describe('of two books', () => {
  const there: Whereabouts = { ...nobody, zones: ['America/New_York'] };
  const at = new Date('2026-11-30T16:30:00Z');
  const of = (...rules: Rule[]): RuleBook => ({ rules: [first, ...rules], overrides: [], hash: 'a' });
  const hours = (from: string, to: string, more: Partial<Rule> = {}): Rule => ({
    ...first,
    id: 'US/hours/1',
    says: { kind: 'hours', windows: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }] },
    ...more,
  });
  const ask = (now: RuleBook, then: RuleBook) => askedOfBoth([now, then], there, 'marketing');

  test('a rule that has the same id and says something else holds in both forms', () => {
    const asked = ask(of(hours('09:00', '21:00')), of(hours('11:00', '22:00')));
    expect(asked.rules.map(({ rule, isAsApproved }) => [rule.id, isAsApproved])).toEqual([
      ['US/note/1', undefined],
      ['US/hours/1', undefined],
      ['US/hours/1', true],
    ]);
    expect(judgePlace(asked, at)).toMatchObject({
      kind: 'send',
      since: new Date('2026-11-30T16:00:00Z'),
      until: new Date('2026-12-01T02:00:00Z'),
      rules: ['US/note/1', 'US/hours/1'],
    });
  });

  test('a rule that only got another source is one', () => {
    const read = { source: { title: 'Another', readOn: '2027-01-01' }, doubt: 'Perhaps.' };
    const now = of(hours('09:00', '21:00', read));
    expect(ask(now, of(hours('09:00', '21:00'))).rules).toEqual(askedOf(now, there, 'marketing').rules);
  });

  test('an override that came since loosens nothing', () => {
    const override = { id: 'operator/override/1', insteadOf: 'US/hours/1', says: null, because: 'Why.', by: 'Ada' };
    const rule = hours('18:00', '21:00');
    const loosened = { ...of(rule), overrides: [{ ...override, from: '2026-01-01', until: '2027-01-01' }] };
    expect(judgePlace(askedOf(loosened, there, 'marketing'), at).kind).toBe('send');
    expect(judgePlace(ask(loosened, of(rule)), at).kind).toBe('wait');
    expect(judgePlace(ask(of(rule), loosened), at).kind).toBe('wait');
  });

  test('a country that only one of them knows is not texted', () => {
    const unknown: RuleBook = { rules: [], overrides: [], hash: 'b' };
    expect(judgePlace(ask(of(), unknown), at)).toMatchObject({ because: { kind: 'no_rule', places: ['US'] } });
    expect(judgePlace(ask(unknown, of()), at)).toMatchObject({ because: { kind: 'no_rule', places: ['US'] } });
  });
});
