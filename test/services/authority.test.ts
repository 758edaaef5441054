import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../src/domain/answering/answering-texts.ts';
import { contentHash, seenOf } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { type Member, refusalCodes } from '../../src/domain/campaign/permissions.ts';
import type { ConversationId, UserId } from '../../src/domain/ids.ts';
import type { CampaignDoors } from '../../src/services/campaigns/campaigns.ts';
import { createReminders, type ReminderDoors } from '../../src/services/nudging/reminders.ts';
import type { AnsweringDoors } from '../../src/services/replies/answering.ts';
import type { GroupDoors } from '../../src/services/replies/groups/groups.ts';
import type { InboxDoors } from '../../src/services/replies/inbox.ts';
import { createOptOuts, type OptOuts } from '../../src/services/replies/opt-outs.ts';
import type { OutcomeDoors } from '../../src/services/replies/outcomes.ts';
import { createHome, type HomeDoors } from '../../src/services/reports/home.ts';
import { createReports, type ReportDoors } from '../../src/services/reports/reports.ts';
import { aFormInput } from '../support/builders.ts';
import { refusalOf } from '../support/refusal.ts';
import type { Bench } from '../support/services.ts';
import {
  aScene,
  content,
  everybody,
  groupRoles,
  inGroups,
  members,
  type Scene,
  type Who,
  type World,
} from './scene.ts';

const nobodyElse = {
  'member without a role': 'not_allowed',
  guest: 'not_a_member',
  bot: 'not_a_member',
  'member of elsewhere': 'not_a_member',
  'deactivated member': 'not_a_member',
  unknown: 'unknown_person',
} satisfies Partial<Record<Who, string>>;

/** Refusals by code; whoever is not named may. */
type Refusals = Partial<Record<Who, string>>;
const team: Refusals = nobodyElse;
const approvers: Refusals = { ...nobodyElse, author: 'own_campaign', agent: 'not_allowed' };
const admins: Refusals = { ...nobodyElse, author: 'not_allowed', approver: 'not_allowed', agent: 'not_allowed' };
/** Of a draft that was never submitted. */
const writers: Refusals = { ...nobodyElse, approver: 'not_yours', agent: 'not_yours', admin: 'not_yours' };
/** Of what answers to a campaign are counted as. */
const counters: Refusals = { ...nobodyElse, agent: 'not_yours' };
const writersAndAdmins: Refusals = { ...nobodyElse, approver: 'not_yours', agent: 'not_yours' };

/**
 * When a door asks who the person is: `again` each time, and nothing is allowed while nobody can say; `or lately` where a
 * silent chat must not keep people from what is safe or cannot wait; what merely `shows` may rest on the last five minutes.
 */
type Asked = 'again' | 'or lately' | 'shows';

type Row<Doors> = [Asked, Refusals, (doors: Doors, by: UserId, scene: Scene) => Promise<unknown>];
type Attempt = Row<object>[2];
type Try<Doors> = { [Door in keyof Doors]: Row<Doors> };

const noAnswering = writeAnswering(nothingForeseen);

const open = async (): Promise<never> => {
  throw new Error('nothing is stored in Slack here');
};

const campaignDoors: Try<CampaignDoors> = {
  checkAuthor: ['shows', team, (doors, by) => doors.checkAuthor(by)],
  read: ['shows', team, (doors, by) => doors.read(aFormInput(), by)],
  draft: [
    'or lately',
    team,
    async (doors, by, { bench }) =>
      doors.draft({ content: await content(bench), source: '+12015550150', by, origin: by }),
  ],
  copy: ['or lately', writersAndAdmins, (doors, by, { draft }) => doors.copy(draft.id, by)],
  earlierMessages: ['shows', team, (doors, by) => doors.earlierMessages(by, null)],
  results: ['shows', team, (doors, by, { running }) => doors.results(running.id, by)],
  checkEdit: ['shows', writers, (doors, by, { draft }) => doors.checkEdit(draft.id, by)],
  edit: [
    'or lately',
    writers,
    async (doors, by, { bench, draft }) =>
      doors.edit(draft.id, { content: await content(bench), source: null, by, seen: seenOf(draft) }),
  ],
  moreSettingsOf: [
    'shows',
    writers,
    (doors, by, { draft }) => doors.moreSettingsOf({ key: null, campaignId: draft.id }, by),
  ],
  keepMoreSettings: [
    'or lately',
    writers,
    (doors, by, { draft }) =>
      doors.keepMoreSettings({ key: 'key', campaignId: draft.id }, { typed: { ...noAnswering, leaveOut: '' }, by }),
  ],
  decideList: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.decideList(draft.id, { choices: {}, by, seen: seenOf(draft), open }),
  ],
  sendTest: ['again', writers, (doors, by, { draft }) => doors.sendTest(draft.id, { to: '+12015550150', by, key: by })],
  usePlainCharacters: [
    'or lately',
    writers,
    (doors, by, { draft }) => doors.usePlainCharacters(draft.id, { by, seen: seenOf(draft) }),
  ],
  messages: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.messages(draft.id, { page: 0, by })],
  ownPhone: ['shows', team, (doors, by) => doors.ownPhone(by)],
  submit: ['again', writers, (doors, by, { draft }) => doors.submit(draft.id, { by, contentHash: contentHash(draft) })],
  openReview: [
    'shows',
    { ...approvers, author: undefined! },
    (doors, by, { waiting }) => doors.openReview(waiting.id, by),
  ],
  checkApprover: ['shows', approvers, (doors, by, { waiting }) => doors.checkApprover(waiting.id, by)],
  approve: [
    'again',
    approvers,
    (doors, by, { waiting }) => doors.approve(waiting.id, { by, contentHash: contentHash(waiting) }),
  ],
  sendBack: ['again', approvers, (doors, by, { waiting }) => doors.sendBack(waiting.id, { by, reason: 'The date' })],
  pause: ['or lately', team, (doors, by, { running }) => doors.pause(running.id, by)],
  resume: ['again', team, (doors, by, { running }) => doors.resume(running.id, by)],
  checkCancel: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.checkCancel(draft.id, by)],
  cancel: ['again', writersAndAdmins, (doors, by, { draft }) => doors.cancel(draft.id, by)],
  remove: ['again', writersAndAdmins, (doors, by, { draft }) => doors.remove(draft.id, by, contentHash(draft))],
  resolveUnconfirmed: [
    'again',
    admins,
    (doors, by, { running }) => doors.resolveUnconfirmed(running.id, 0, 'close', by),
  ],
  closeUnconfirmed: [
    'again',
    admins,
    (doors, by, { running }) => doors.closeUnconfirmed(running.id, { until: running.createdAt, by }),
  ],
  open: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.open(draft.id, by)],
  show: ['shows', writersAndAdmins, (doors, by, { draft }) => doors.show(draft.id, by)],
  find: ['shows', team, (doors, by, { waiting }) => doors.find(waiting.id, by)],
  browse: ['shows', team, (doors, by) => doors.browse({ which: 'all', page: 1, by })],
};

const reportDoors: Try<ReportDoors> = {
  status: ['shows', team, (doors, by, { running }) => doors.status(running.id, by)],
  showCounted: ['shows', team, (doors, by, { running }) => doors.showCounted(running.id, by)],
  why: ['shows', team, (doors, by) => doors.why('+12015550150', by)],
  exportCsv: ['again', admins, (doors, by, { running }) => doors.exportCsv(running.id, by)],
};

const homeDoors: Try<HomeDoors> = {
  home: ['shows', team, (doors, by) => doors.home({ page: 0, by })],
};

const inboxDoors: Try<InboxDoors & OutcomeDoors & GroupDoors> = {
  open: ['shows', team, (doors, by, { talk }) => doors.open(talk, by)],
  openToAnswer: ['shows', team, (doors, by, { talk }) => doors.openToAnswer(talk, by)],
  showNumber: ['or lately', team, (doors, by, { talk }) => doors.showNumber(talk, by)],
  answer: ['or lately', team, (doors, by, { talk }) => doors.answer(talk, { text: 'See you', by, key: by })],
  handle: ['or lately', team, (doors, by, { talk }) => doors.handle(talk, by)],
  optOut: ['or lately', team, (doors, by, { talk }) => doors.optOut(talk, by)],
  keep: ['again', team, (doors, by, { talk }) => doors.keep(talk, by)],
  showStrangers: ['shows', team, (doors, by) => doors.showStrangers(by)],
  reopen: ['or lately', team, (doors, by, { talk }) => doors.reopen(talk, by)],
  setOutcome: ['or lately', team, (doors, by, { talk }) => doors.setOutcome(talk, { label: null, by })],
  showGroup: ['shows', team, (doors, by, scene) => doors.showGroup(sameWords(scene), by)],
  handleGroup: ['or lately', team, (doors, by, scene) => doors.handleGroup(sameWords(scene), by)],
  previewAnswer: [
    'shows',
    team,
    (doors, by, scene) => doors.previewAnswer(sameWords(scene), { answer: { typed: 'See you' }, by }),
  ],
  answerGroup: [
    'again',
    team,
    (doors, by, scene) =>
      doors.answerGroup(sameWords(scene), {
        answer: { typed: 'See you' },
        of: 3,
        until: '2026-11-23T14:40:00.000Z',
        key: by,
        by,
      }),
  ],
  releaseAnswer: ['again', team, (doors, by, scene) => doors.releaseAnswer(sameWords(scene), 'answer', by)],
  withdrawAnswer: ['or lately', team, (doors, by, scene) => doors.withdrawAnswer(sameWords(scene), 'answer', by)],
  checkCounter: ['shows', counters, (doors, by, scene) => doors.checkCounter(sameWords(scene), by)],
  countGroup: ['again', counters, (doors, by, scene) => doors.countGroup(sameWords(scene), { label: 'Yes', by })],
  stopCounting: ['or lately', team, (doors, by, scene) => doors.stopCounting(sameWords(scene), by)],
};

const answeringDoors: Try<AnsweringDoors> = {
  next: ['shows', team, (doors, by, { running }) => doors.next(running.id, { by })],
  release: ['shows', team, (doors, by, { talk }) => doors.release(talk, by)],
  releaseAll: ['again', admins, (doors, by) => doors.releaseAll(members.author.id, by)],
  pass: ['or lately', team, (doors, by, { talk }) => doors.pass(talk, { to: members.approver.id, by })],
  whereSomebodyWaits: ['shows', team, (doors, by) => doors.whereSomebodyWaits(by)],
};
/** What nobody has written yet: whoever may act is told that there is no such group. */
const sameWords = ({ running }: Scene) => ({ campaignId: running.id, says: 'yes' });

const optOutDoors: Try<OptOuts> = {
  check: ['shows', team, (doors, by) => doors.check('+12015550150', by)],
  add: ['or lately', team, (doors, by) => doors.add('+12015550150', by)],
  remove: ['again', admins, (doors, by) => doors.remove('+12015550150', { by, because: 'Asked for it in writing' })],
};

const reminderDoors: Try<ReminderDoors> = {
  reminderOf: ['shows', team, (doors, by) => doors.reminderOf(by)],
  setReminder: ['shows', team, (doors, by) => doors.setReminder('09:00', by)],
};

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
    for (const status of ['draft', 'waiting', 'running', 'gone'] as const) {
      const scene = await aScene();
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
  for (const who of everybody) {
    const code = await tryAs(members[who].id, attempt);
    if (code && aboutPeople.has(code)) found[who] = code;
  }
  expect(found).toEqual(Object.fromEntries(Object.entries(refusals).filter(([, code]) => code)));
}

async function tryAs(by: UserId, attempt: Attempt, world?: World): Promise<string | undefined> {
  const scene = await aScene(world);
  return (await refusalOf(scene.bench, () => attempt({}, by, scene)))?.code;
}

/** Somebody whom the door lets in while all is well. */
function whoMay(refusals: Refusals): UserId {
  const who = (['author', 'approver', 'admin'] as const).find((one) => !refusals[one])!;
  return members[who].id;
}
