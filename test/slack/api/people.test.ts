import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { isFullMember } from '../../../src/domain/campaign/permissions.ts';
import { UserId } from '../../../src/domain/ids.ts';
import type { Clock } from '../../../src/ports/world.ts';
import { createSlackClients } from '../../../src/slack/api/clients.ts';
import { createPeople, type SlackPeople } from '../../../src/slack/api/people.ts';
import { type HandClock, handClock } from '../../support/hand-clock.ts';
import { type LogLine, logInto } from '../slack-bench.ts';

let slack: LocalSlack;
let clock: HandClock;
let people: SlackPeople;
let lookUp: (by: Clock) => SlackPeople;
let log: LogLine[];

beforeEach(async () => {
  const userGroups = [{ id: 'S0ADMINS', handle: 'admins', name: 'Admins', users: ['U0ADA'] }];
  slack = await startLocalSlack({ workspace: { userGroups } });
  clock = handClock();
  log = [];
  const { interactive } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.apiUrl, log: logInto(log) });
  lookUp = (by) => createPeople(interactive, by, { groupIds: ['S0ADMINS', 'S0GONE'], log: logInto(log) });
  people = lookUp(clock);
});
afterEach(() => slack.close());

const find = (id: string) => people.find(UserId.parse(id));
const calls = (method: string) => slack.traffic.filter((entry) => entry.method === method).length;

test('a member has their name, zone and groups', async () => {
  expect(await find('U0ADA')).toEqual({
    id: 'U0ADA',
    name: 'Ada',
    zone: 'America/New_York',
    isBot: false,
    isDeactivated: false,
    isGuest: false,
    isExternal: false,
    groups: ['S0ADMINS'],
    unreadGroups: [{ id: 'S0GONE', why: 'gone' }],
  });
  expect(await find('U0BEN')).toMatchObject({ groups: [] });
});

test.each([
  ['U0GUS', { isGuest: true }],
  ['U0EVE', { isExternal: true }],
  [botOf(), { isBot: true }],
])('%s is no full member', async (id, flags) => {
  const person = await find(id);
  expect(person).toMatchObject(flags);
  expect(isFullMember(person!)).toBe(false);
});

function botOf() {
  return 'U0BOT';
}

const warnings = () => log.filter(({ level }) => level === 'warn').length;

test('a group that cannot be read is named as unread, with why', async () => {
  expect(await find('U0BEN')).toMatchObject({ groups: [], unreadGroups: [{ id: 'S0GONE', why: 'gone' }] });
  slack.trouble({ method: 'usergroups.users.list', kind: 'refuse', error: 'internal_error', times: 2 });
  await clock.advance(5 * 60_000);
  expect((await find('U0BEN'))?.unreadGroups).toEqual([
    { id: 'S0ADMINS', why: 'unreachable' },
    { id: 'S0GONE', why: 'unreachable' },
  ]);
});

test('a group that cannot be read is asked for once a minute, and the log tells it once', async () => {
  for (let click = 0; click < 16; click += 1) await find('U0BEN');
  expect(calls('usergroups.users.list')).toBe(2);
  expect(warnings()).toBe(1);
  await clock.advance(60_000);
  await find('U0BEN');
  expect(calls('usergroups.users.list')).toBe(3);
  expect(warnings()).toBe(1);
});

test('somebody unknown is nobody', async () => {
  expect(await find('U0NOBODY')).toBeUndefined();
});

test('is asked for once in five minutes, and a deactivation is seen after that', async () => {
  await Promise.all([find('U0ADA'), find('U0ADA')]);
  await find('U0ADA');
  expect(calls('users.info')).toBe(1);
  slack.changeUser('ada', { deleted: true });
  await clock.advance(5 * 60_000);
  expect(await find('U0ADA')).toMatchObject({ isDeactivated: true });
});

test('a look-up that failed is not remembered', async () => {
  slack.trouble({ method: 'users.info', kind: '500', times: 2 });
  expect(await find('U0ADA')).toBeUndefined();
  expect(await find('U0ADA')).toBeDefined();
});

test('a group that cannot be read opens nothing to anybody', async () => {
  slack.trouble({ method: 'usergroups.users.list', kind: '500', times: 4 });
  expect(await find('U0ADA')).toMatchObject({ groups: [] });
  expect(log.some(({ level }) => level === 'warn')).toBe(true);
});

describe('asked for now', () => {
  const findNow = (id: string) => people.findNow(UserId.parse(id));

  test('a member is looked up again, and so are their groups', async () => {
    await find('U0ADA');
    slack.changeUser('ada', { deleted: true });
    expect(await find('U0ADA')).toMatchObject({ isDeactivated: false });
    expect(await findNow('U0ADA')).toMatchObject({ isDeactivated: true, groups: ['S0ADMINS'] });
    expect(calls('usergroups.users.list')).toBe(4);
    expect(await find('U0ADA')).toMatchObject({ isDeactivated: true });
  });

  test('and silence is nobody after two seconds, named in the log and counted', async () => {
    await find('U0ADA');
    slack.trouble({ method: 'users.info', kind: 'slow', delayMs: 60_000, times: 9 });
    const asked = findNow('U0ADA');
    await clock.advance(2_000);
    expect(await asked).toBeUndefined();
    expect(people.unanswered()).toBe(1);
    expect(log.map(({ message }) => message)).toContain('A person could not be looked up');
  });

  test('Slack has its two seconds, however fast the clock runs that people are shown', async () => {
    const rushing: Clock = { ...clock, sleep: async () => {}, real: clock };
    expect(await lookUp(rushing).findNow(UserId.parse('U0ADA'))).toMatchObject({ name: 'Ada' });
  });

  test('a failure leaves what is known for the next five minutes', async () => {
    await find('U0ADA');
    slack.trouble({ method: 'users.info', kind: '429', retryAfterS: 3_600 });
    expect(await findNow('U0ADA')).toBeUndefined();
    expect(await find('U0ADA')).toBeDefined();
  });
});

describe('asked for now, or as they were lately,', () => {
  const findNowOrLately = (id: string) => people.findNowOrLately(UserId.parse(id));

  test('a member is looked up again', async () => {
    await find('U0ADA');
    slack.changeUser('ada', { is_restricted: true });
    expect(await findNowOrLately('U0ADA')).toMatchObject({ isGuest: true, groups: ['S0ADMINS'] });
  });

  test('somebody whom Slack does not know any more is nobody', async () => {
    await find('U0ADA');
    slack.trouble({ method: 'users.info', kind: 'refuse', error: 'user_not_found' });
    expect(await findNowOrLately('U0ADA')).toBeUndefined();
  });

  test.each([
    ['limits us for an hour', { kind: '429', retryAfterS: 3_600 }],
    ['fails', { kind: '500', times: 2 }],
  ] as const)('counts as known within five minutes while Slack %s', async (_, how) => {
    await find('U0ADA');
    slack.trouble({ method: 'users.info', ...how });
    expect(await findNowOrLately('U0ADA')).toMatchObject({ name: 'Ada', groups: ['S0ADMINS'] });
    await clock.advance(5 * 60_000);
    slack.trouble({ method: 'users.info', ...how });
    expect(await findNowOrLately('U0ADA')).toBeUndefined();
  });

  test('counts as known after two seconds of silence', async () => {
    await find('U0ADA');
    slack.trouble({ method: 'users.info', kind: 'slow', delayMs: 60_000, times: 9 });
    const asked = findNowOrLately('U0ADA');
    await clock.advance(2_000);
    expect(await asked).toMatchObject({ name: 'Ada' });
    expect(people.unanswered()).toBe(1);
  });

  test('a team that answers fast asks for its groups once in ten seconds', async () => {
    for (const id of ['U0ADA', 'U0BEN', 'U0ADA', 'U0CLEO']) await findNowOrLately(id);
    expect(calls('users.info')).toBe(4);
    expect(calls('usergroups.users.list')).toBe(1 + 4);
    await clock.advance(10_000);
    await findNowOrLately('U0ADA');
    expect(calls('usergroups.users.list')).toBe(2 + 5);
  });

  test('a group that Slack is silent about is as it was', async () => {
    await find('U0ADA');
    await clock.advance(10_000);
    slack.trouble({ method: 'usergroups.users.list', kind: '500', times: 4 });
    expect(await findNowOrLately('U0ADA')).toMatchObject({ groups: ['S0ADMINS'] });
  });
});

test('one limit of an hour locks nobody else out, and holds up no other method', async () => {
  slack.trouble({ method: 'users.info', kind: '429', retryAfterS: 3_600 });
  expect(await find('U0ADA')).toBeUndefined();
  expect(await find('U0BEN')).toMatchObject({ name: 'Ben' });
  expect(await find('U0ADA')).toMatchObject({ name: 'Ada' });
});

test('a limit of a second is waited out', async () => {
  slack.trouble({ method: 'users.info', kind: '429', retryAfterS: 1 });
  expect(await find('U0ADA')).toMatchObject({ name: 'Ada' });
});

test('an answer about somebody else is none', async () => {
  const { interactive } = createSlackClients({ botToken: slack.botToken, apiUrl: slack.apiUrl, log: logInto(log) });
  const info = interactive.users.info.bind(interactive.users);
  interactive.users.info = () => info({ user: 'U0BEN' });
  expect(await createPeople(interactive, clock).find(UserId.parse('U0ADA'))).toBeUndefined();
});
