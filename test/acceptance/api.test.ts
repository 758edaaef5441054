import { describe, expect, onTestFinished, test } from 'vitest';
import { createWorldClock, realMs } from '../../playground/world-clock.ts';
import { createWorldScheduler } from '../../playground/world-scheduler.ts';
import { makeKey, release } from '../support/api-story.ts';
import { newest, phoneOf } from '../support/story.ts';
import { startWorld } from '../support/world.ts';

/** The tutorial's own, but for its text. */
const request = `{
  "sender": "12015550123",
  "recipients": ["12015550101", "12015550102"],
  "message_string": "How was your visit? Reply STOP to opt out.",
  "batch_size": 3,
  "delay_period": 3600
}`;

/** Ten in the morning in New York, a Monday. */
const startMs = Date.parse('2026-11-30T15:00:00Z');

async function aWorld() {
  const clock = createWorldClock({ realMs: realMs(), worldMs: startMs, speed: 1 });
  onTestFinished(clock.stop);
  const world = await startWorld({
    clock,
    scheduled: createWorldScheduler(clock),
    slack: { clock: { now: clock.nowMs, after: realTimer, steadyNow: realMs } },
    vonage: { clock: { now: clock.nowMs, after: realTimer } },
  });
  onTestFinished(world.close);
  const key = await makeKey(world.slack);
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...init.headers };
    const answer = await fetch(`${world.url}/api/${path}`, { ...init, headers });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const leap = (ms: number) => clock.follow({ realMs: realMs(), worldMs: clock.nowMs() + ms, speed: 1 });
  const review = () =>
    world.slack.until(() => newest(world.slack, 'Review'), { timeoutMs: 30_000, what: 'the review card' });
  return { world, key, ask, leap, review };
}

describe('a campaign of another program', { timeout: 90_000 }, () => {
  test('comes in as the tutorial writes it, goes out in batches once somebody else has approved it, and is followed from there', async () => {
    const { world, key, ask, leap, review } = await aWorld();
    const { slack, vonage } = world;
    const sent = await ask('campaigns', { method: 'POST', body: request });
    expect([sent.status, sent.body.status]).toEqual([201, 'pending_approval']);
    await release(slack, await review());
    await vonage.until(() => vonage.accepted.length === 2, { timeoutMs: 30_000 });
    expect(vonage.accepted.map(({ to, text }) => [to, text])).toEqual([
      ['12015550101', 'How was your visit? Reply STOP to opt out.'],
      ['12015550102', 'How was your visit? Reply STOP to opt out.'],
    ]);

    const recipients = [11, 12, 13, 14, 15, 16, 17].map((no) => ({ phone: phoneOf(no), first_name: `Person${no}` }));
    const larger = { ...JSON.parse(request), recipients, message_string: 'Hi {{first_name}}! Reply STOP to opt out.' };
    const { body } = await ask('campaigns', { method: 'POST', body: JSON.stringify(larger) });
    await slack.until(() => newest(slack, 'Review')?.text.includes('7 people'), {
      timeoutMs: 30_000,
      what: 'its card',
    });
    await release(slack, await review());
    for (const upTo of [5, 8, 9]) {
      await vonage.until(() => vonage.accepted.length === upTo, { timeoutMs: 30_000 });
      leap(3_590_000);
      // Ten seconds are left of the pause: nobody gets it before.
      expect(vonage.accepted).toHaveLength(upTo);
      leap(11_000);
    }
    const gaps = vonage.accepted.slice(2).map(({ at }, _, all) => Math.round((at - all[0]!.at) / 3_600_000));
    expect(gaps).toEqual([0, 0, 0, 1, 1, 1, 2]);

    await vonage.phone(phoneOf(11)).text('Who is this?');
    const replies = async () => (await ask(`campaigns/${body.id}/replies`)).body.replies as object[];
    await expect
      .poll(replies, { timeout: 20_000 })
      .toMatchObject([{ text: 'Who is this?', number: '•••• 0111', name: 'Person11' }]);
    await expect
      .poll(async () => (await ask(`campaigns/${body.id}`)).body, { timeout: 20_000 })
      .toMatchObject({ status: 'settling', states: { queued: 0 }, replies: 1, unanswered: 1 });
    expect(world.logged.join('\n')).not.toContain(key.slice(17));
    expect(world.logged.join('\n')).not.toMatch(/1201555011\d/);
  });

  test('is repeated after a restart without becoming another, and its key goes when an admin says so', async () => {
    const { world, ask, review } = await aWorld();
    const { slack } = world;
    const init = { method: 'POST', body: request, headers: { 'idempotency-key': 'once' } };
    const first = await ask('campaigns', init);
    await review();
    await world.restart();
    const again = await ask('campaigns', init);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    const ada = slack.as('ada');
    await ada.command('/sms-campaign', 'keys list');
    await slack.until(() =>
      ada.ephemerals().some(({ text }) => /CRM, for .*, made by .*, last used at .* \(America\/New_York\)/.test(text)),
    );
    await ada.command('/sms-campaign', 'keys revoke crm');
    await slack.until(() => ada.ephemerals().some(({ text }) => text.includes('“CRM” opens nothing any more')));
    const answer = await fetch(`${world.url}/api/campaigns`);
    expect([answer.status, await answer.text()]).toEqual([404, 'Nothing is here.']);
    const told = () =>
      slack
        .channel('sms')
        .messages()
        .map(({ text }) => text)
        .join('\n');
    await slack.until(() => told().includes('revoked the key “CRM”'), { timeoutMs: 30_000 });
    expect(told()).toContain('made the key “CRM”');
  });

  test('whose list has a question is decided by the key’s maker in Slack, from the list that came', async () => {
    const { world, ask } = await aWorld();
    const { slack } = world;
    const settings = {
      sender: '12015550123',
      message_string: 'Hi! Reply STOP to opt out.',
      batch_size: '3',
      delay_period: '60',
    };
    const body = 'home phone,work phone,first_name\n12015550101,12015550201,Ada\n12015550102,12015550202,Ben\n';
    const headers = { 'content-type': 'text/csv' };
    const sent = await ask(`campaigns?${new URLSearchParams(settings)}`, { method: 'POST', body, headers });
    expect([sent.status, sent.body.status]).toEqual([201, 'draft']);
    const ada = slack.as('ada');
    const told = await slack.until(() => ada.dms().find(({ text }) => text.includes('sent a campaign in as yours')), {
      timeoutMs: 30_000,
    });
    await ada.pressIn(told, 'Open');
    await slack.until(() => ada.openModal()?.submit === 'Submit for approval', { timeoutMs: 30_000 });
    await ada.fill({ 'Numbers come from': 'work phone' });
    await slack.until(() => ada.openModal()?.text.includes('Numbers come from work phone.'), { timeoutMs: 30_000 });
    await ada.submit();
    await slack.until(() => newest(slack, 'Review'), { timeoutMs: 30_000 });
  });
});

function realTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
