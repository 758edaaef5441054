import { expect, test } from 'vitest';
import { createTellAdmins } from '../../src/services/tell-admins.ts';
import { settingsWith } from '../support/builders.ts';
import { aBench } from '../support/services.ts';

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function setUp(admins: string[]) {
  const { store, clock } = await aBench();
  let [woken, failed] = [0, 0];
  const announcer = { refresh: () => {}, wake: () => (woken += 1) };
  const settings = settingsWith({ roles: { creators: [], approvers: [], admins } });
  const tell = createTellAdmins({ store, clock, announcer, log: { ...silent, error: () => (failed += 1) }, settings });
  return { tell, told: store.announcements.pending, clock, store, woken: () => woken, failed: () => failed };
}

test('each administrator who is a person is told what has to be fixed', async () => {
  const { tell, told, woken } = await setUp(['U0ADA', 'S0GROUP', 'W0BOB']);
  await tell('this looks like a webhook of the SMS API');
  expect(await told()).toMatchObject([
    { kind: 'direct', campaignId: null, to: 'U0ADA', text: expect.stringContaining('a webhook of the SMS API') },
    { kind: 'direct', campaignId: null, to: 'W0BOB' },
  ]);
  expect(woken()).toBe(1);
});

test('the same reason is told once an hour', async () => {
  const { tell, told, clock } = await setUp(['U0ADA']);
  for (let times = 0; times < 50; times += 1) await tell('no sender');
  expect(await told()).toHaveLength(1);
  await tell('another reason');
  expect(await told()).toHaveLength(2);
  await clock.advance(3_599_000);
  await tell('no sender');
  expect(await told()).toHaveLength(2);
  await clock.advance(1_000);
  await tell('no sender');
  expect(await told()).toHaveLength(3);
});

test.each([[[]], [['S0GROUP']]])('with nobody to tell (%j) nothing is stored', async (admins) => {
  const { tell, told } = await setUp(admins);
  await tell('no sender');
  expect(await told()).toEqual([]);
});

test('a store that takes nothing harms nobody, and the reason is told later', async () => {
  const { tell, store, failed } = await setUp(['U0ADA']);
  await store.close();
  await expect(tell('no sender')).resolves.toBeUndefined();
  await expect(tell('no sender')).resolves.toBeUndefined();
  expect(failed()).toBe(2);
});
