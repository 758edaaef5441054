import { expect, test } from 'vitest';
import { claimStep } from '../../../../src/slack/outbox/plan/claim-plan.ts';
import { aConversation, agent } from '../../../support/builders.ts';

const at = '2026-11-23T14:00:00.000Z';
const dueAt = '2026-11-23T14:00:20.000Z';
const claim = { by: agent, at, until: '2026-11-23T14:10:00.000Z' };

test.each([
  ['waits while an answer may still come first', claim, '14:00:19', 'wait'],
  ['is drawn when it lasts', claim, '14:00:20', 'draw'],
  ['is drawn once more when its time is over, so that the card says so', claim, '14:10:01', 'draw'],
  ['costs nothing when it was answered', null, '14:00:05', 'drop'],
  ['costs nothing when somebody else has it', { ...claim, at: '2026-11-23T14:00:03.000Z' }, '14:00:20', 'drop'],
] as const)('a claim %s', (_, now, time, step) => {
  const conversation = aConversation({ claim: now });
  expect(claimStep({ at, dueAt }, conversation, new Date(`2026-11-23T${time}.000Z`))).toBe(step);
});
