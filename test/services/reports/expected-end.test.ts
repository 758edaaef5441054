import { expect, test } from 'vitest';
import type { BatchPlan } from '../../../src/domain/pace/throttle.ts';
import { expectedEnd } from '../../../src/services/reports/expected-end.ts';
import { aCampaign, sender, settingsWith } from '../../support/builders.ts';
import { handClock } from '../../support/hand-clock.ts';

const at = (time: string) => new Date(`2026-11-24T${time}Z`);
const deps = { settings: settingsWith({ senders: new Map([[sender, 1]]) }), clock: handClock('2026-11-24T10:00:10Z') };
const campaign = aCampaign({ hours: null, throttle: { batchSize: 10, everySeconds: 60, holdAbove: null } });
const sending = (count: number, startedAt: string): BatchPlan => ({
  kind: 'send',
  count,
  batch: { no: 2, startedAt: at(startedAt).toISOString() },
});

test.each<[string, number, BatchPlan | null, Date | null]>([
  ['the rest of the last batch', 4, sending(4, '10:00:00'), at('10:00:14')],
  ['the rest of a batch and another one after the interval', 14, sending(4, '10:00:00'), at('10:01:10')],
  [
    'a batch that the interval keeps waiting',
    20,
    { kind: 'wait', until: at('10:00:50'), because: 'interval' },
    at('10:02:00'),
  ],
  [
    'a batch that sending hours keep waiting',
    10,
    { kind: 'wait', until: at('18:00:00'), because: 'quiet hours' },
    at('18:00:10'),
  ],
  ['nobody', 0, { kind: 'finished' }, null],
  ['replies that nobody answers', 10, { kind: 'wait', until: null, because: 'open replies' }, null],
  ['a provider that takes nothing', 10, { kind: 'wait', until: at('10:05:00'), because: 'provider' }, null],
])('after %s the end is known or nobody says one', (_, queued, plan, end) => {
  expect(expectedEnd(deps, campaign, queued, plan)).toEqual(end);
});

test('stays where it is while a batch waits for its time', () => {
  const plan: BatchPlan = { kind: 'wait', until: at('10:05:00'), because: 'interval' };
  const later = { ...deps, clock: handClock('2026-11-24T10:04:00Z') };
  expect(expectedEnd(later, campaign, 20, plan)).toEqual(expectedEnd(deps, campaign, 20, plan));
});
