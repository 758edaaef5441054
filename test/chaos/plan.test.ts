import { expect, test } from 'vitest';
import { planChaos } from '../../chaos/kills/plan.ts';

test('the same seed makes the same plan, and another one another', () => {
  expect(planChaos(7, 30)).toEqual(planChaos(7, 30));
  expect(planChaos(8, 30)).not.toEqual(planChaos(7, 30));
});

test('every kill that was asked for is in the plan, with stops and freezes of both lengths among them', () => {
  const blows = planChaos(7, 200).map(({ blow }) => blow);
  expect(blows.filter(({ kind }) => kind === 'SIGKILL')).toHaveLength(200);
  expect(blows.filter(({ kind }) => kind === 'SIGTERM')).toHaveLength(20);
  const freezes = blows.flatMap((blow) => (blow.kind === 'freeze' ? [blow.ms] : []));
  expect(freezes).toHaveLength(20);
  expect(freezes.filter((ms) => ms > 5_000).length).toBeGreaterThan(3);
});

test('over three seeds every kind of network fault and of scripted answer has its turn', () => {
  const troubles = [1, 2, 3].flatMap((seed) => planChaos(seed, 200)).flatMap(({ trouble }) => trouble ?? []);
  const faults = troubles.flatMap((trouble) => (trouble.kind === 'network' ? [trouble.fault.kind] : []));
  const answers = troubles.flatMap((trouble) => (trouble.kind === 'answers' ? [trouble.name] : []));
  expect(new Set(faults).size).toBe(6);
  expect(new Set(answers).size).toBe(12);
});

test('over three seeds Slack is limited, silent, late and failing', () => {
  const moods = [1, 2, 3].flatMap((seed) => planChaos(seed, 200)).flatMap(({ slack }) => slack?.name ?? []);
  expect(new Set(moods).size).toBe(6);
});
