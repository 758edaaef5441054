import { describe, expect, test } from 'vitest';
import { judgeMillion, type PersonSeen } from '../../chaos/million/audit-million.ts';
import { filesOf, listOf, mostPeople, numberOf, placeOf } from '../../chaos/million/people.ts';
import { planMillion } from '../../chaos/million/plan.ts';
import { runMillion } from '../../chaos/million/run-million.ts';
import { aFolder } from '../support/temporary-folder.ts';

const people = 2_000;

// By Slack's form `npm run chaos:million` does the same: a run takes half a minute of both cores.
test.each(['http'] as const)(
  'a long list by %s, killed while it comes in and twice while it is sent, reaches each person once',
  { timeout: 180_000 },
  async (way) => {
    const run = await runMillion(way, { people, seed: 7, folder: await aFolder() });
    expect(run).toMatchObject({ breaches: [], twice: 0, missing: 0, leftOut: 0 });
    expect(run.texted + run.inDoubt).toBe(people);
    expect(run.texts).toBe(run.texted);
    expect(run.restartMs).toHaveLength(2);
    expect(run.killedAt[0]).toBeLessThan(people);
  },
);

describe('the eye that compares both books', () => {
  const fine: PersonSeen[] = [
    { number: '1', state: 'submitted', times: 1 },
    { number: '2', state: 'unconfirmed', times: 0 },
    { number: '3', state: 'unconfirmed', times: 1 },
    { number: '4', state: 'skipped', times: 0 },
  ];

  test('counts everybody once', () => {
    expect(judgeMillion(fine, 4, 2)).toEqual({
      texted: 2,
      inDoubt: 1,
      doubtedButTexted: 1,
      leftOut: 1,
      twice: 0,
      missing: 0,
      breaches: [],
    });
  });

  test.each<[string, PersonSeen, string]>([
    ['a second text', { number: '1', state: 'submitted', times: 2 }, '1 was texted 2 times'],
    ['a text that was lost', { number: '1', state: 'submitted', times: 0 }, '1 was not texted, and is submitted'],
    ['somebody who still waits', { number: '1', state: 'queued', times: 0 }, '1 is queued at the end'],
    ['a text to who was left out', { number: '1', state: 'skipped', times: 1 }, '1 was texted, and is skipped'],
    ['a lost row', { number: '1', state: undefined, times: 0 }, '1 was not texted, and is not on the list'],
  ])('sees %s', (_, seen, sentence) => {
    expect(judgeMillion([seen, ...fine.slice(1)], 4, 2).breaches).toContain(sentence);
  });

  test('sees more doubt than there were texts in flight', () => {
    expect(judgeMillion(fine, 4, 1).breaches).toEqual(['2 are in doubt, and 1 may have been in flight']);
  });
});

test('each place of the list has a number of its own, and ten files have the same people as one', () => {
  for (const no of [0, 9, 10, 12_345, mostPeople - 1]) expect(placeOf(numberOf(no), mostPeople)).toBe(no);
  expect(placeOf(numberOf(people), people)).toBeUndefined();
  const rows = filesOf(people).flatMap(({ content }) => content.toString().trimEnd().split('\n').slice(1));
  expect(['phone,first_name', ...rows, ''].join('\n')).toBe(listOf(people).toString());
});

test('a seed fixes when it is killed, the first time at about the half', () => {
  const plan = planMillion(3, 1_000);
  expect(planMillion(3, 1_000)).toEqual(plan);
  expect(plan.sendingKills[0]).toBeGreaterThanOrEqual(450);
  expect(plan.sendingKills[1]).toBeGreaterThan(plan.sendingKills[0]!);
});
