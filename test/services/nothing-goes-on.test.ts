import { describe, expect, test } from 'vitest';
import { contentHash, seenOf } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { FolderQuestion } from '../../src/domain/folder-standing.ts';
import type { PhoneNumber, UserId } from '../../src/domain/ids.ts';
import type { CampaignDoors } from '../../src/services/campaigns/campaigns.ts';
import { planNow } from '../../src/services/lifecycle/plan-now.ts';
import { admin, aFormInput, agent, aPerson, approver, author, consentTexts } from '../support/builders.ts';
import { refusalOf } from '../support/refusal.ts';
import { aBench, type Bench } from '../support/services.ts';
import { phoneOf } from '../support/story.ts';

const at = '2026-11-23T12:00:00.000Z';
/** Every question that a folder can ask, and by what its sentence is known. */
const questions: { [Kind in FolderQuestion['kind']]: [Extract<FolderQuestion, { kind: Kind }>, RegExp] } = {
  new: [{ kind: 'new', at }, /data folder is new/],
  older: [
    { kind: 'older', at, knownUntil: null, lostUntil: at, missing: 3, epoch: 1 },
    /data folder is older than the world/,
  ],
  unknown: [{ kind: 'unknown', at, knownUntil: null }, /whether Trickle’s data folder is the newest one/],
};
const ofQuestions = Object.values(questions).map(([question, says]): [string, Obstacle] => [
  `the question of a folder that is ${question.kind}`,
  {
    begin: ({ bench }) => bench.store.folder.ask(question),
    end: ({ bench }) => bench.store.folder.vouch(admin, at),
    says,
  },
]);

/** What must keep every campaign from being sent, how it comes about, and what ends it. */
type Obstacle = { begin(scene: Scene): Promise<void> | void; end(scene: Scene): Promise<void> | void; says: RegExp };

const obstacles: Record<string, Obstacle> = {
  ...Object.fromEntries(ofQuestions),
  'a folder of which nobody can say yet whether it is older': {
    begin: ({ bench }) => bench.store.folder.doubt(true),
    end: ({ bench }) => bench.store.folder.doubt(false),
    says: /whether its data folder is the newest one/,
  },
  'an approver who was deactivated': {
    begin: ({ left }) => void left.add(approver),
    end: ({ left }) => void left.delete(approver),
    says: /approver may not approve any more/,
  },
  'an approver of whom Slack says nothing': {
    begin: ({ unknown }) => void unknown.add(approver),
    end: ({ unknown }) => void unknown.delete(approver),
    says: /did not say who approved/,
  },
};

type Scene = {
  bench: Bench;
  left: Set<UserId>;
  unknown: Set<UserId>;
  draft: Campaign;
  waiting: Campaign;
  paused: Campaign;
  running: Campaign;
  /** Tried on its first one. */
  tried: Campaign;
  /** An open reply holds its next batch. */
  held: Campaign;
  /** Everybody was sent, and of the first one nobody knows whether it went out. */
  settling: Campaign;
  completed: Campaign;
};

/** Every door that people have, on whatever campaign it could make go on; done by an admin, who may do the most, but for what is up to its author. */
type Door = [what: string, act: (scene: Scene) => Promise<unknown>];
const quiet: Door[] = [];
const doors: Record<keyof CampaignDoors, Door[]> = {
  checkAuthor: quiet,
  read: quiet,
  draft: quiet,
  keepReading: quiet,
  cancelReading: quiet,
  copy: quiet,
  results: quiet,
  earlierMessages: quiet,
  checkEdit: quiet,
  moreSettingsOf: quiet,
  keepMoreSettings: quiet,
  decideList: quiet,
  messages: quiet,
  outlook: quiet,
  sendTest: quiet,
  ownPhone: quiet,
  openReview: quiet,
  checkApprover: quiet,
  checkCancel: quiet,
  checkSendAnyway: quiet,
  checkChangePace: quiet,
  proposePace: quiet,
  usePace: quiet,
  changePace: quiet,
  reviewPace: quiet,
  approvePace: quiet,
  open: quiet,
  show: quiet,
  find: quiet,
  browse: quiet,
  edit: [
    [
      'a change of a draft',
      async ({ bench, draft }) =>
        bench.campaigns.edit(draft.id, {
          content: await bench.campaigns.read(aFormInput(), agent),
          source: null,
          by: agent,
          seen: seenOf(draft),
        }),
    ],
  ],
  usePlainCharacters: [
    [
      'plain characters',
      ({ bench, draft }) => bench.campaigns.usePlainCharacters(draft.id, { by: agent, seen: seenOf(draft) }),
    ],
  ],
  addToText: [
    [
      'what the text lacks',
      ({ bench, draft }) => bench.campaigns.addToText(draft.id, { by: agent, seen: seenOf(draft), what: 'way_out' }),
    ],
  ],
  sayHowTheyAgreed: [
    [
      'how they agreed',
      ({ bench, draft }) =>
        bench.campaigns.sayHowTheyAgreed(draft.id, { by: agent, seen: seenOf(draft), typed: consentTexts() }),
    ],
  ],
  useBetterPace: [
    [
      'a better pace',
      ({ bench, draft }) =>
        bench.campaigns.useBetterPace(draft.id, {
          by: agent,
          seen: seenOf(draft),
          pace: { batchSize: 5, everySeconds: 300 },
        }),
    ],
  ],
  submit: [
    [
      'a submission',
      ({ bench, draft }) => bench.campaigns.submit(draft.id, { by: agent, contentHash: contentHash(draft) }),
    ],
  ],
  approve: [
    [
      'an approval',
      ({ bench, waiting }) =>
        bench.campaigns.approve(waiting.id, {
          by: approver,
          contentHash: contentHash(waiting),
          ticked: ['nobody_said'],
        }),
    ],
  ],
  sendBack: [
    ['a campaign sent back', ({ bench, waiting }) => bench.campaigns.sendBack(waiting.id, { by: admin, reason: 'No' })],
  ],
  pause: [['a pause', ({ bench, running }) => bench.campaigns.pause(running.id, admin)]],
  resume: [['Resume', ({ bench, paused }) => bench.campaigns.resume(paused.id, admin)]],
  sendAnyway: [
    [
      'a batch sent anyway',
      async ({ bench, held: { id } }) => {
        const { batch } = await bench.campaigns.checkSendAnyway(id, author);
        await bench.campaigns.sendAnyway(id, { batch, by: author, reason: 'It is late' });
      },
    ],
  ],
  goOn: [['Go on', ({ bench, tried }) => bench.campaigns.goOn(tried.id, author)]],
  stopCanary: [['Stop', ({ bench, tried }) => bench.campaigns.stopCanary(tried.id, admin)]],
  cancel: [['a cancel', ({ bench, paused }) => bench.campaigns.cancel(paused.id, admin)]],
  remove: [['a draft deleted', ({ bench, draft }) => bench.campaigns.remove(draft.id, admin, contentHash(draft))]],
  resolveUnconfirmed: (['running', 'paused', 'settling', 'completed'] as const).flatMap((status) => [
    [
      `Send again in a ${status} campaign`,
      ({ bench, [status]: { id } }) => bench.campaigns.resolveUnconfirmed(id, 0, 'release', admin),
    ],
    [
      `Do not send again in a ${status} campaign`,
      ({ bench, [status]: { id } }) => bench.campaigns.resolveUnconfirmed(id, 0, 'close', admin),
    ],
  ]),
  closeUnconfirmed: [
    [
      'Do not send again to all',
      ({ bench, settling: { id } }) =>
        bench.campaigns.closeUnconfirmed(id, { until: bench.clock.now().toISOString(), by: admin }),
    ],
  ],
};

/** What lets a campaign go on must say why it does not; an approval is safe where its start looks for itself. */
const mustRefuse: Record<string, (obstacle: string) => boolean> = {
  Resume: () => true,
  'Send again in a running campaign': () => true,
  'Send again in a paused campaign': () => true,
  'Send again in a settling campaign': () => true,
  'Send again in a completed campaign': () => true,
  'Go on': (obstacle) => obstacle.includes('approver'),
  'a batch sent anyway': (obstacle) => obstacle.includes('approver'),
  'an approval': (obstacle) => obstacle.startsWith('the question'),
};
const everyDoor = Object.values(doors).flat();

describe.each(Object.entries(obstacles))('with %s', (obstacle, { begin, end, says }) => {
  test.each(everyDoor)('%s makes no campaign send, and none says that it does', async (what, act) => {
    const scene = await aScene();
    await begin(scene);
    const before = await newlyRunning(scene, []);
    const sent = scene.bench.sent.length;
    const refusal = await refusalOf(scene.bench, () => act(scene));
    if (mustRefuse[what]?.(obstacle)) expect(refusal?.message).toMatch(says);
    expect(await newlyRunning(scene, before)).toEqual([]);
    if (!obstacle.includes('approver')) {
      await scene.bench.run(90);
      expect(scene.bench.sent).toHaveLength(sent);
    }
  });

  test.each(everyDoor.filter(([what]) => mustRefuse[what]?.(obstacle)))('%s is accepted afterwards', async (_, act) => {
    const scene = await aScene();
    await begin(scene);
    await refusalOf(scene.bench, () => act(scene));
    await end(scene);
    expect(await refusalOf(scene.bench, () => act(scene))).toBeUndefined();
  });
});

async function newlyRunning({ bench }: Scene, before: readonly string[]): Promise<string[]> {
  const campaigns = await bench.store.campaigns.list();
  return campaigns.filter(({ status, id }) => status === 'running' && !before.includes(id)).map(({ id }) => id);
}

async function aScene(): Promise<Scene> {
  const left = new Set<UserId>();
  const unknown = new Set<UserId>();
  const find = async (id: UserId) => (unknown.has(id) ? undefined : aPerson({ id, isDeactivated: left.has(id) }));
  const bench = await aBench({ people: { find, findNow: find, findNowOrLately: find } });
  bench.answerWith(({ ref }) =>
    ref.includes('.0.') ? { kind: 'unconfirmed', cause: 'timeout' } : { kind: 'accepted', messageId: ref },
  );
  const slow = { batchSize: 1, everySeconds: 30, holdAbove: null };
  const settling = await bench.approved({ size: 2, firstNumber: 10 });
  const running = await bench.approved({ size: 9, firstNumber: 20, throttle: slow });
  const paused = await bench.approved({ size: 9, firstNumber: 30, throttle: slow });
  const completed = await bench.approved({ size: 1, firstNumber: 40 });
  const waiting = await bench.submitted();
  const toBe = await bench.submitted();
  const draft = await bench.campaigns.sendBack(toBe.id, { by: approver, reason: 'The date' });
  await bench.run(4);
  await bench.campaigns.pause(paused.id, admin);
  bench.answerWith(({ ref }) => ({ kind: 'accepted', messageId: ref }));
  const tried = await bench.approved({ size: 9, firstNumber: 50, throttle: slow, canary: { first: 1 } });
  const held = await bench.approved({ size: 9, firstNumber: 60, throttle: { ...slow, everySeconds: 1, holdAbove: 0 } });
  await bench.run(4);
  await bench.hear('When?', phoneOf(60) as PhoneNumber);
  await bench.run(2);
  expect(await planNow(bench.deps, await bench.campaigns.get(tried.id))).toMatchObject({ because: 'canary' });
  expect(await planNow(bench.deps, await bench.campaigns.get(held.id))).toMatchObject({ because: 'open replies' });
  const scene = { bench, left, unknown, draft, waiting, paused, running, tried, held, settling, completed };
  for (const status of ['running', 'paused', 'settling', 'completed'] as const) {
    expect(await bench.campaigns.get(scene[status].id)).toMatchObject({ status });
    expect(await bench.store.recipients.get(scene[status].id, 0)).toMatchObject({ state: 'unconfirmed' });
  }
  return scene;
}
