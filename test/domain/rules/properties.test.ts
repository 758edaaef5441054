import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Whereabouts } from '../../../src/domain/place/whereabouts.ts';
import { type Asked, askedOf, askedOfBoth } from '../../../src/domain/rules/asked.ts';
import { isLooser } from '../../../src/domain/rules/is-looser.ts';
import { judge, judgePlace, type Verdict } from '../../../src/domain/rules/judge.ts';
import type { Override } from '../../../src/domain/rules/override.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { bookText, type RuleBook, readBook } from '../../../src/domain/rules/rule-book.ts';
import { createVerdicts } from '../../../src/domain/rules/verdicts.ts';
import { aBook, aRule, first, inAmerica, moment, nobody, odd, states, worlds, zones } from './any-world.ts';

const seeded = { seed: 12, numRuns: 60 };

function ask(book: RuleBook, where: Whereabouts, now: Date): Verdict {
  return judgePlace(askedOf(book, where, 'marketing'), now);
}

function isClosed(book: RuleBook, where: Whereabouts, now: Date): boolean {
  return ask(book, where, now).kind !== 'send';
}

describe('Whatever the rules are and wherever people may be,', () => {
  test('no further rule, zone, state or country opens a closed moment', () => {
    const more = fc.record({
      rule: aRule,
      zone: fc.constantFrom(...zones, ...odd),
      state: fc.constantFrom(...states),
      country: fc.constantFrom('FR', 'JM', 'ZA'),
    });
    fc.assert(
      fc.property(worlds, more, ({ book, where, now }, { rule, zone, state, country }) => {
        fc.pre(isClosed(book, where, now));
        expect(isClosed({ ...book, rules: [...book.rules, rule] }, where, now)).toBe(true);
        expect(isClosed(book, { ...where, zones: [...where.zones, zone] }, now)).toBe(true);
        expect(isClosed(book, { ...where, states: [...where.states, state] }, now)).toBe(true);
        expect(isClosed(book, { ...where, alsoIn: [...where.alsoIn, country] }, now)).toBe(true);
      }),
      seeded,
    );
  });

  test('a book under which a campaign was approved opens no closed moment, and what only it keeps closed stays so', () => {
    const anyBook = fc.oneof(
      aBook,
      worlds.map(({ book }) => book),
    );
    const textedAt = fc.array(moment, { maxLength: 4 });
    fc.assert(
      fc.property(worlds, anyBook, textedAt, ({ book, where, now }, approved, textedAt) => {
        const judged = (asked: Asked) => judge(asked, { textedAt }, now);
        const both = judged(askedOfBoth([book, approved], where, 'marketing'));
        const each = [book, approved].map((one) => judged(askedOf(one, where, 'marketing')));
        if (both.kind === 'send') {
          expect(each.map(({ kind }) => kind)).toEqual(['send', 'send']);
          const ends = each.flatMap((one) => (one.kind === 'send' && one.until ? [one.until.getTime()] : []));
          expect(both.until?.getTime() ?? Infinity).toBeLessThanOrEqual(Math.min(...ends));
        }
      }),
      { ...seeded, numRuns: 150 },
    );
  });

  test('the same book twice is the book', () => {
    fc.assert(
      fc.property(worlds, ({ book, where }) => {
        const { rules } = askedOfBoth([book, readBook(bookText(book))!], where, 'marketing');
        expect(rules).toEqual(askedOf(book, where, 'marketing').rules);
      }),
      { ...seeded, numRuns: 20 },
    );
  });

  test('who waits until a moment may be texted at it, and not a second nor a millisecond before', () => {
    fc.assert(
      fc.property(worlds, ({ book, where, now }) => {
        const verdict = ask(book, where, now);
        if (verdict.kind !== 'wait' || !verdict.until) return;
        const at = verdict.until.getTime();
        // A country that is blocked from that day on, as nobody knew when they began to wait.
        const then = ask(book, where, verdict.until);
        if (then.kind !== 'skip') expect(then.kind).toBe('send');
        for (const before of [1, 1_000]) expect(isClosed(book, where, new Date(at - before))).toBe(true);
      }),
      seeded,
    );
  });

  test('what may be sent stays so until no more is begun, and no longer', () => {
    fc.assert(
      fc.property(worlds, ({ book, where, now }) => {
        const verdict = ask(book, where, now);
        if (verdict.kind !== 'send' || !verdict.claimUntil) return;
        expect(verdict.until!.getTime()).toBeGreaterThanOrEqual(verdict.claimUntil.getTime());
        expect(isClosed(book, where, verdict.claimUntil)).toBe(true);
        if (verdict.since) expect(isClosed(book, where, new Date(verdict.since.getTime() - 1))).toBe(true);
      }),
      seeded,
    );
  });

  test('each answer names rules of the book, or the places that have none', () => {
    fc.assert(
      fc.property(worlds, ({ book, where, now }) => {
        const known = new Set(book.rules.map(({ id }) => id));
        const { rules } = ask(book, where, now);
        expect(rules.length).toBeGreaterThan(0);
        expect(rules.filter((id) => !known.has(id) && !/^[A-Z]{2}\/none$/.test(id))).toEqual([]);
      }),
      seeded,
    );
  });

  test('an override that is looser closes no open moment, and one that opens a closed one is looser', () => {
    fc.assert(
      fc.property(aBook, inAmerica, moment, aRule, ({ rules }, where, now, other) => {
        const [, target] = rules;
        fc.pre(target !== undefined);
        const override: Override = {
          id: 'operator/override/1',
          insteadOf: target!.id,
          says: other.says.kind === 'hours' && target!.says.kind === 'hours' ? other.says : null,
          because: 'A test.',
          by: 'Ada',
          from: '2020-01-01',
          until: '2040-01-01',
        };
        const before = { rules, overrides: [], hash: 'a' };
        const after = { rules, overrides: [override], hash: 'b' };
        if (override.says === null && !isClosed(before, where, now)) expect(isClosed(after, where, now)).toBe(false);
        const isOpened = isClosed(before, where, now) && !isClosed(after, where, now);
        // An override has the operator's margin at the end of hours, which is shorter than that of a law.
        if (isOpened && target!.basis === 'operator') expect(isLooser(override, target!)).toBe(true);
      }),
      { ...seeded, numRuns: 100 },
    );
  });

  test('nobody who opted out is texted', () => {
    const texted = fc.array(moment, { maxLength: 4 });
    fc.assert(
      fc.property(worlds, texted, ({ book, where, now }, textedAt) => {
        const asked = askedOf(book, where, 'marketing');
        const verdict = judge(asked, { suppression: 'opted_out', textedAt }, now);
        expect(verdict).toEqual({ kind: 'skip', because: { kind: 'opted_out' }, rules: ['opt-out'] });
        expect(judge(asked, { suppression: 'held', textedAt }, now).kind).not.toBe('send');
      }),
      { ...seeded, numRuns: 30 },
    );
  });

  test('what is remembered of a place is what would be found anew, in whatever order moments come', () => {
    const steps = fc.array(fc.integer({ min: -7_200, max: 7_200 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(worlds, steps, ({ book, where, now }, steps) => {
        const verdicts = createVerdicts(book);
        let at = now;
        for (const seconds of [0, ...steps]) {
          at = new Date(at.getTime() + seconds * 1_000);
          const { verdict } = verdicts.of(where, { key: 'here', campaignClass: 'marketing' }, at);
          expect(verdict).toEqual(ask(book, where, at));
        }
      }),
      seeded,
    );
  });

  test('what is remembered ends with the hour in which a rule may come into force somewhere', () => {
    const blocked: Rule = { ...first, id: 'US/blocked/1', says: { kind: 'blocked', because: 'Not yet.' } };
    const rules = [first, { ...blocked, from: '2026-12-01' }];
    const where: Whereabouts = { ...nobody, zones: ['Pacific/Kiritimati'] };
    const verdicts = createVerdicts({ rules, overrides: [], hash: 'a' });
    const kindAt = (at: string) =>
      verdicts.of(where, { key: 'here', campaignClass: 'marketing' }, new Date(at)).verdict.kind;
    expect(kindAt('2026-11-30T09:30Z')).toBe('send');
    // Midnight there.
    expect(kindAt('2026-11-30T10:00Z')).toBe('skip');
  });
});
