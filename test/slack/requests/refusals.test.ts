import { expect, test } from 'vitest';
import { attemptOf, createRefusals } from '../../../src/slack/requests/refusals.ts';
import { handClock } from '../../support/hand-clock.ts';
import { type LogLine, logInto } from '../slack-bench.ts';

test.each([
  [{ command: '/sms-campaign', text: 'optout remove +12015550123' }, '/sms-campaign optout remove'],
  [{ command: '/sms-campaign', text: ' Export Anna Smith' }, '/sms-campaign export'],
  [{ command: '/sms-campaign', text: 'Anna Smith' }, '/sms-campaign'],
  [{ command: '/sms-campaign', text: 'optout +12015550123' }, '/sms-campaign optout'],
  [{ command: '/sms-campaign' }, '/sms-campaign'],
  [{ type: 'block_actions', actions: [{ action_id: 'pause_campaign', value: 'x' }] }, 'pause_campaign'],
  [{ type: 'view_submission', view: { callback_id: 'send_reply', state: { values: 'Hello' } } }, 'send_reply'],
  [{ type: 'shortcut', callback_id: 'new_campaign' }, 'new_campaign'],
  [{ type: 'view_closed' }, 'view_closed'],
])('of %j the log says %s, and nothing that somebody wrote', (body, attempt) => {
  expect(attemptOf(body as never)).toBe(attempt);
});

test('requests that nobody signed are counted each and logged once in a while', () => {
  const log: LogLine[] = [];
  const refusals = createRefusals(logInto(log));
  const note = refusals.noteRequest(handClock());
  for (let times = 0; times < 50; times += 1) note(401);
  expect(log).toHaveLength(1);
  expect(log[0]?.message).toContain('SLACK_SIGNING_SECRET');
  expect(refusals.counts()).toEqual({ http_401: 50 });
});
