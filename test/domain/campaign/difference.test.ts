import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { type CampaignContent, contentHash } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { slowedTo } from '../../../src/domain/campaign/change-of-pace.ts';
import { differencesOf, type Part } from '../../../src/domain/campaign/difference.ts';
import { approvedLimits } from '../../../src/domain/campaign/pace-of.ts';
import { aCampaign, agent } from '../../support/builders.ts';

const answering: NonNullable<Campaign['answering']> = {
  expected: [{ label: 'Yes', words: ['yes'], thankYou: null }],
  canned: [{ label: 'Parking', text: 'Behind the hall.' }],
  outcomes: ['Call back'],
  showColumns: ['city'],
  answerWithinSeconds: 3_600,
};
const before: Campaign = aCampaign({ answering, leaveOut: [{ kind: 'texted', days: 30 }], startAt: null });

type Mutation = (content: Campaign, seed: number) => Campaign;

/** One change of each part, different for each seed. */
const mutations: Record<Exclude<Part, 'other'>, Mutation> = {
  name: (one, seed) => ({ ...one, name: `Another ${seed}` }),
  sender: (one, seed) => ({ ...one, sender: `120155502${(seed % 90) + 10}` as Campaign['sender'] }),
  message: (one, seed) => ({ ...one, template: `${one.template} ${seed}` }),
  people: (one, seed) => ({ ...one, list: { ...one.list, hash: String(seed) } }),
  list: (one, seed) => ({ ...one, list: { ...one.list, duplicates: one.list.duplicates + 1 + seed } }),
  batchSize: (one, seed) => ({ ...one, throttle: { ...one.throttle, batchSize: 51 + seed } }),
  every: (one, seed) => ({ ...one, throttle: { ...one.throttle, everySeconds: 301 + seed } }),
  hold: (one, seed) => ({ ...one, throttle: { ...one.throttle, holdAbove: seed % 2 === 0 ? null : 11 + seed } }),
  pace: (one) => ({ ...one, throttle: { ...one.throttle, pace: 'team' } }),
  answerWithin: (one, seed) => ({
    ...one,
    answering: { ...answering, answerWithinSeconds: seed % 2 ? null : 3_660 + seed },
  }),
  hours: (one, seed) => ({ ...one, hours: seed % 2 === 0 ? null : { ...one.hours!, days: [(seed % 7) + 1] } }),
  start: (one, seed) => ({ ...one, startAt: new Date(1.8e12 + seed).toISOString() }),
  channel: (one, seed) => ({ ...one, channel: `C${seed}` as Campaign['channel'] }),
  expected: (one, seed) => ({
    ...one,
    answering: { ...answering, expected: [{ label: 'Yes', words: ['yes', `w${seed}`], thankYou: null }] },
  }),
  canned: (one, seed) => ({
    ...one,
    answering: { ...answering, canned: [{ label: 'Parking', text: `Place ${seed}.` }] },
  }),
  outcomes: (one, seed) => ({ ...one, answering: { ...answering, outcomes: [`Outcome ${seed}`] } }),
  showColumns: (one, seed) => ({ ...one, answering: { ...answering, showColumns: [`column_${seed}`] } }),
  canary: (one, seed) => ({ ...one, canary: { first: 1 + seed } }),
  notAfter: (one, seed) => ({ ...one, notAfter: new Date(1.9e12 + seed).toISOString() }),
  consent: (one, seed) => ({ ...one, consent: { how: 'paper', holder: `Ada ${seed}`, class: 'marketing' } }),
  leaveOut: (one, seed) => ({ ...one, leaveOut: [{ kind: 'texted', days: (seed % 29) + 1 }] }),
};
const parts = Object.keys(mutations) as (keyof typeof mutations)[];
const aSeed = fc.nat(10_000);

describe('what changed between two contents', () => {
  test('any one change is exactly its own line, and voids the approval', () => {
    fc.assert(
      fc.property(fc.constantFrom(...parts), aSeed, (part, seed) => {
        const after = mutations[part](before, seed);
        expect(differencesOf(before, after).map((found) => found.part)).toEqual([part]);
        expect(contentHash(after)).not.toBe(contentHash(before));
      }),
      { numRuns: 100 },
    );
  });

  test('several changes are a line each, and nothing else is', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('name', 'message', 'people', 'batchSize', 'hours', 'channel'), {}),
        aSeed,
        (some, seed) => {
          const after = some.reduce(
            (content, part) => mutations[part as keyof typeof mutations](content, seed),
            before,
          );
          expect(new Set(differencesOf(before, after).map(({ part }) => part))).toEqual(new Set(some));
        },
      ),
      { numRuns: 50 },
    );
  });

  test('a slower pace on a running campaign is no change of what was approved', () => {
    const batch = { no: 1, startedAt: '2026-11-23T15:00:00.000Z' };
    const pace = { ...approvedLimits(before), throttle: { ...before.throttle, batchSize: 20 } };
    const slower = slowedTo(before, pace, { by: agent, now: new Date('2026-11-23T15:01:00.000Z'), batch });
    expect(differencesOf(before, slower)).toEqual([]);
    expect(contentHash(slower)).toBe(contentHash(before));
  });

  test('what is read back from storage in another order has not changed', () => {
    const list = Object.fromEntries(Object.entries(before.list).reverse()) as Campaign['list'];
    expect(differencesOf(before, { ...before, list })).toEqual([]);
  });

  test('a campaign that foresees nothing is as one from before answers could be foreseen', () => {
    const { answering: _none, ...older } = before;
    expect(differencesOf(older, { ...older, answering: nothingForeseen })).toEqual([]);
  });

  test('what has no line of its own is said all the same', () => {
    const newer = { ...before, throttle: { ...before.throttle, weather: 'fine' } } as CampaignContent;
    expect(differencesOf(before, newer)).toEqual([{ part: 'other', from: '', to: '' }]);
  });

  test('each line says what was and what is', () => {
    const after = { ...before, throttle: { batchSize: 35, everySeconds: 600, holdAbove: null } };
    expect(differencesOf(before, after)).toEqual([
      { part: 'batchSize', from: '50', to: '35' },
      { part: 'every', from: '5 minutes', to: '10 minutes' },
      { part: 'hold', from: '10', to: 'never' },
    ]);
  });
});
