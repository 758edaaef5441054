import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { type Member, refusalCodes } from '../../src/domain/campaign/permissions.ts';
import type { ConversationId, UserId } from '../../src/domain/ids.ts';
import { createApiCampaigns } from '../../src/services/api/api-campaigns.ts';
import { createApiKeys } from '../../src/services/api/api-keys.ts';
import { createSendingIn } from '../../src/services/api/sending-in.ts';
import { createReminders } from '../../src/services/nudging/reminders.ts';
import { createOptOuts } from '../../src/services/replies/opt-outs.ts';
import { createHome } from '../../src/services/reports/home.ts';
import { createReports } from '../../src/services/reports/reports.ts';
import { refusalOf } from '../support/refusal.ts';
import type { Bench } from '../support/services.ts';
import { apiCampaignDoors, apiKeyDoors, oneList, sendingInDoors } from './doors/api-doors.ts';
import { campaignDoors } from './doors/campaign-doors.ts';
import { answeringDoors, homeDoors, inboxDoors, optOutDoors, reminderDoors, reportDoors } from './doors/other-doors.ts';
import type { Attempt, Refusals, Row, Try } from './doors/refusals-by-role.ts';
import { aScene, everybody, groupRoles, inGroups, members, type Scene, type World } from './scene.ts';

/** With a role the door opens, or what is behind it says why not; what it never says is that somebody may not. */
const aboutPeople: ReadonlySet<string> = new Set(refusalCodes);

const doors: [string, Row<object>][] = [
  ...rows('campaigns', campaignDoors, ({ campaigns }) => campaigns),
  ...rows('reports', reportDoors, ({ deps }) => createReports(deps)),
  ...rows('home', homeDoors, ({ deps }) => createHome(deps, createReports(deps))),
  ...rows('inbox', inboxDoors, ({ inbox }) => inbox),
  ...rows('answering', answeringDoors, ({ inbox }) => inbox),
  ...rows('reminders', reminderDoors, ({ deps }) => createReminders(deps)),
  ...rows('opt-outs', optOutDoors, ({ deps }) => createOptOuts(deps)),
  ...rows('keys', apiKeyDoors, ({ deps }) => createApiKeys(deps)),
  ...rows('sending in', sendingInDoors, ({ deps, campaigns }) =>
    createSendingIn({ ...deps, uploads: oneList }, campaigns),
  ),
  ...rows('api', apiCampaignDoors, ({ deps, campaigns }) =>
    createApiCampaigns(deps, { campaigns, reports: createReports(deps), optOuts: createOptOuts(deps) }),
  ),
];

test.each(doors)(
  'with every role given to somebody, %s refuses exactly those who may not',
  (_, [, refusals, attempt]) => tryDoor(refusals, attempt),
);

describe('somebody who has lost what lets them in, a second ago,', () => {
  const acting = doors.filter(([, [asked]]) => asked !== 'shows');
  const losses: [string, string, Partial<Member>][] = [
    ['made a guest', 'not_a_member', { isGuest: true }],
    ['deactivated', 'not_a_member', { isDeactivated: true }],
    ['taken from the user group', 'not_allowed', { groups: [] }],
  ];
  describe.each(losses)('as they were %s', (_, code, lost) => {
    test.each(acting)('is refused by %s', async (_name, [, refusals, attempt]) => {
      const now = async (id: UserId) => ({ ...(await inGroups(id)), ...lost });
      const people = { find: inGroups, findNow: now, findNowOrLately: now };
      expect(await tryAs(whoMay(refusals), attempt, { people, roles: groupRoles })).toBe(code);
    });
  });
});

describe('while nobody can say who people are now, but everybody was well a minute ago,', () => {
  const people = { find: inGroups, findNow: async () => undefined, findNowOrLately: inGroups };
  test.each(doors)('only what texts, ends or decides is refused: %s', async (_, [asked, refusals, attempt]) => {
    const code = await tryAs(whoMay(refusals), attempt, { people, roles: groupRoles });
    expect(code === 'unknown_person').toBe(asked === 'again');
  });
});

describe('whoever has no role learns nothing of how things stand', () => {
  test.each(doors)('from %s', async (_, [, , attempt]) => {
    const scene = await aScene();
    for (const status of ['draft', 'waiting', 'running', 'gone'] as const) {
      const one = status === 'gone' ? { ...scene.draft, id: 'gonegone' as Campaign['id'] } : scene[status];
      const all = { ...scene, draft: one, waiting: one, running: one, talk: 'gonegonegone' as ConversationId };
      const refusal = await refusalOf(scene.bench, () => attempt({}, members['member without a role'].id, all));
      expect([status, refusal?.code]).toEqual([status, 'not_allowed']);
    }
  });
});

function rows<Doors extends object>(
  service: string,
  tries: Try<Doors>,
  doorsOf: (bench: Bench) => Doors,
): [string, Row<object>][] {
  return Object.entries<Row<Doors>>(tries).map(([name, [asked, refusals, attempt]]) => [
    `${service}.${name}`,
    [asked, refusals, (_, by, scene) => attempt(doorsOf(scene.bench), by, scene)],
  ]);
}

async function tryDoor(refusals: Refusals, attempt: Attempt): Promise<void> {
  const found: Refusals = {};
  let scene: Scene | undefined;
  for (const who of everybody) {
    scene ??= await aScene();
    const code = await codeOf(scene, members[who].id, attempt);
    if (code && aboutPeople.has(code)) found[who] = code;
    // Who was let in may have changed something; a refusal leaves everything as it was.
    else scene = undefined;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(refusals).filter(([, code]) => code)));
}

async function tryAs(by: UserId, attempt: Attempt, world?: World): Promise<string | undefined> {
  return codeOf(await aScene(world), by, attempt);
}

async function codeOf(scene: Scene, by: UserId, attempt: Attempt): Promise<string | undefined> {
  return (await refusalOf(scene.bench, () => attempt({}, by, scene)))?.code;
}

/** Somebody whom the door lets in while all is well. */
function whoMay(refusals: Refusals): UserId {
  const who = (['author', 'approver', 'admin'] as const).find((one) => !refusals[one])!;
  return members[who].id;
}
