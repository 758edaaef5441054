import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { FormInput } from '../../../src/domain/campaign/campaign-form.ts';
import { UserId } from '../../../src/domain/ids.ts';
import type { actions, views } from '../../../src/slack/ids.ts';
import { aFormInput } from '../../support/builders.ts';
import { reviewCard, submit } from '../campaigns.ts';
import { type Bench, benchForEach, from } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
let ben: Person;
benchForEach(
  (fresh) => {
    bench = fresh;
    [ada, ben] = [fresh.slack.as('ada'), fresh.slack.as('ben')];
  },
  { businessNames: ['Acme'] },
);
const [adaId, benId, cleoId] = ['U0ADA', 'U0BEN', 'U0CLEO'].map((id) => UserId.parse(id)) as [UserId, UserId, UserId];

const words = (by: string) =>
  `Acme: It’s “${by}”, and this is long enough – in curly letters – for two parts. Reply STOP to end.`;
const list = 'phone,country,Unsubscribed\n+12015550150,US,yes\n+12015550151,US,no\n';

const contentOf = (by: string, pace: Partial<FormInput> = {}) =>
  bench.services.campaigns.read(
    aFormInput({ name: 'Reunion', sender: from, channel: 'C0SMS', message: words(by), hours: 'any time', ...pace }),
    adaId,
  );

/** A draft that both may work on, for it was sent back once. */
async function aDraft(source = list, pace: Partial<FormInput> = {}): Promise<Campaign> {
  const { campaigns } = bench.services;
  const { campaign } = await campaigns.draft({
    content: await contentOf('Ada', pace),
    source,
    by: adaId,
    origin: 'form',
  });
  await submit(bench, campaign);
  return campaigns.sendBack(campaign.id, { by: cleoId, reason: 'The date' });
}

/** Neither a way out nor a name is in it any more. */
async function anUnfinishedDraft(): Promise<Campaign> {
  const before = await aDraft();
  const content = await contentOf('Ada', { message: 'Come on Friday.' });
  return (await bench.services.campaigns.edit(before.id, { content, source: null, by: adaId, seen: seenOf(before) }))
    .campaign;
}

/** More people reply to it than anybody can answer within the hour. */
const aHastyDraft = () =>
  aDraft(Array.from({ length: 600 }, (_, no) => `+1201555${String(no).padStart(4, '0')}`).join('\n'), {
    batchSize: '200',
    every: '5m',
    hold: '',
  });

const stored = async () => (await bench.services.campaigns.list())[0]!;

/** What Ada has not seen. */
async function benRewrites(): Promise<Campaign> {
  const before = await stored();
  const change = { content: await contentOf('Ben'), source: null, by: benId, seen: seenOf(before) };
  return (await bench.services.campaigns.edit(before.id, change)).campaign;
}

async function adaOpens({ id }: Campaign): Promise<void> {
  await ada.command('/sms-campaign', `status ${id}`);
  await ada.modal('Check your campaign');
}

/** Ada's preview says what happened, shows what Ben wrote, and nothing of that was touched. */
async function showsWhatIsThere(before: Campaign): Promise<void> {
  await bench.slack.until(() => ada.openModal()?.text.includes('Nothing was done: this campaign was changed'));
  expect(ada.openModal()?.text).toContain('It’s “Ben”');
  expect(await stored()).toEqual(before);
}

type Scene = () => Promise<void>;

/** Ada opens it, Ben rewrites it, and she goes on in what she has before her. */
const inPreview =
  (act: () => Promise<unknown>, written = () => aDraft()): Scene =>
  async () => {
    await adaOpens(await written());
    const rewritten = await benRewrites();
    await act();
    await showsWhatIsThere(rewritten);
  };

/** Ben reviews it; meanwhile Ada takes it back, changes it and submits it again. */
const inReview =
  (act: () => Promise<unknown>, isBegun = async () => {}): Scene =>
  async () => {
    const { id } = await submit(bench, await aDraft());
    await ben.pressIn(await reviewCard(bench.slack), 'Review');
    await ben.modal('Review campaign');
    await isBegun();
    const content = await contentOf('Ada, once more');
    const { campaign } = await bench.services.campaigns.edit(id, {
      content,
      source: null,
      by: adaId,
      seen: seenOf(await stored()),
    });
    const again = await submit(bench, campaign);
    const outcome = JSON.stringify(await act());
    await bench.slack.until(() => `${outcome} ${ben.openModal()?.text}`.includes('changed after you opened it'));
    expect(await stored()).toEqual(again);
  };

const adaAsksForATest = async (): Promise<void> => {
  const draft = await aDraft();
  await adaOpens(draft);
  await ada.press('Send test to me');
  await ada.modal('Send a test');
  await ada.fill({ 'Your phone number': '+12015550160' });
};

const testOfWhatIsNoMore: Scene = async () => {
  await adaAsksForATest();
  const rewritten = await benRewrites();
  await ada.submit();
  expect((await ada.modal('Nothing was sent')).text).toContain('the one below shows what it is now');
  await ada.close();
  await showsWhatIsThere(rewritten);
  expect(bench.sent).toEqual([]);
};

const consentOfWhatIsNoMore: Scene = async () => {
  await adaOpens(await aDraft());
  await ada.press('How they agreed');
  await ada.modal('How they agreed');
  const rewritten = await benRewrites();
  await ada.fill({ How: 'On paper' });
  await ada.submit();
  expect((await ada.modal('Not saved')).text).toContain('the one below shows what it is now');
  await ada.close();
  await showsWhatIsThere(rewritten);
};

const codeForWhatIsNoMore: Scene = async () => {
  await adaAsksForATest();
  await ada.submit();
  await bench.slack.until(() => 'Code' in (ada.openModal()?.inputs ?? {}));
  const [code] = /\d{6}/.exec(bench.sent[0]!.text)!;
  await benRewrites();
  await ada.fill({ Code: code });
  await ada.submit();
  await ada.modal('Nothing was sent');
  expect(bench.sent).toHaveLength(1);
};

const cancelOfWhatIsNoMore: Scene = async () => {
  await submit(bench, await aDraft());
  await ada.command('/sms-campaign', 'cancel Reunion');
  const question = await bench.slack.until(() => ada.ephemerals().find(({ buttons }) => buttons.includes('Cancel')));
  const rewritten = await benRewrites();
  const before = ada.ephemerals().length;
  await ada.pressIn(question, 'Cancel');
  const { text } = await bench.slack.until(() => ada.ephemerals()[before]);
  expect(text).toContain('changed after you opened it');
  expect(await stored()).toEqual(rewritten);
};

const resumeOfALaterPause: Scene = async () => {
  const { campaigns } = bench.services;
  const { id } = await submit(bench, await aDraft());
  await campaigns.approve(id, {
    by: benId,
    contentHash: (await campaigns.preview(id)).contentHash,
    ticked: ['nobody_said'],
  });
  await campaigns.pause(id, adaId);
  await ada.command('/sms-campaign', 'status Reunion');
  const status = await bench.slack.until(() => ada.ephemerals().find(({ buttons }) => buttons.includes('Resume')));
  await campaigns.resume(id, benId);
  await campaigns.pause(id, benId);
  const before = ada.ephemerals().length;
  await ada.pressIn(status, 'Resume');
  const { text } = await bench.slack.until(() => ada.ephemerals()[before]);
  expect(text).toContain('paused again');
  expect((await stored()).status).toBe('paused');
};

const submissionOfWhatWasSentBack: Scene = async () => {
  await adaOpens(await aDraft());
  await submit(bench, await stored());
  const again = await bench.services.campaigns.sendBack((await stored()).id, { by: benId, reason: 'Still the date' });
  await ada.submit();
  await bench.slack.until(() =>
    ada.openModal()?.text.includes('Nothing was done: this campaign was changed or sent back'),
  );
  expect(await stored()).toEqual(again);
};

/** Why nothing has to be tried: `opens` shows what is there now, `bears` names what stood on the card. */
type Told =
  | 'opens'
  | 'bears its attempt'
  | 'bears its moment'
  | 'bears its pace'
  | 'bears the texts that were shown'
  | 'decides about no text'
  | 'acts on who still says it'
  | 'bears its answer'
  | 'bears its batch'
  | 'acts only while it waits'
  | 'only ever opts out'
  | 'stops';

const ofActions: Record<keyof typeof actions, Scene | Told> = {
  moreSettings: 'opens',
  useEarlierMessage: 'opens',
  replaceMessage: 'opens',
  editCampaign: 'opens',
  sendTest: testOfWhatIsNoMore,
  howTheyAgreed: 'opens',
  usePlainCharacters: inPreview(() => ada.press('Use plain characters')),
  addWayOut: inPreview(() => ada.press('Add “Reply STOP to opt out”'), anUnfinishedDraft),
  addName: inPreview(() => ada.press('Add “Acme: ”'), anUnfinishedDraft),
  useBetterPace: inPreview(() => ada.press('Use this pace'), aHastyDraft),
  showMessages: 'opens',
  showRules: 'opens',
  previousMessages: 'opens',
  nextMessages: 'opens',
  decideList: async () => {
    await adaOpens(await aDraft());
    const rewritten = await benRewrites();
    await ada.fill({ 'People marked as unsubscribed': 'Text them all the same' });
    await bench.slack.until(() => ada.openModal()?.text.includes('changed this campaign after you opened it'));
    expect(await stored()).toEqual(rewritten);
  },
  reviewCampaign: 'opens',
  sendBack: inReview(async () => {
    await ben.press('Send back');
    await bench.slack.until(() => ben.openModal()?.submit === 'Send back');
    await ben.fill({ 'What has to change?': 'The place' });
    return ben.submit();
  }),
  cancelReading: 'stops',
  openCampaign: 'opens',
  deleteDraft: inPreview(() => ada.press('Delete')),
  pauseCampaign: 'stops',
  resumeCampaign: resumeOfALaterPause,
  cancelCampaign: cancelOfWhatIsNoMore,
  sendAnyway: 'opens',
  changePace: 'opens',
  reviewPace: 'opens',
  proposePace: 'opens',
  usePace: 'bears its pace',
  goOn: 'acts only while it waits',
  stopCanary: 'acts only while it waits',
  sendAgain: 'bears its attempt',
  closeRecipient: 'bears its attempt',
  closeRecipients: 'bears its moment',
  replyToPerson: 'opens',
  handleConversation: 'bears the texts that were shown',
  optOutPerson: 'bears the texts that were shown',
  keepTexting: 'bears the texts that were shown',
  moreOnPerson: 'bears the texts that were shown',
  showStrangers: 'opens',
  showCounted: 'opens',
  previousCounted: 'opens',
  nextCounted: 'opens',
  correctCounted: 'decides about no text',
  answerReplies: 'opens',
  answerThese: 'opens',
  showOne: 'opens',
  handleReply: 'bears the texts that were shown',
  skipReply: 'opens',
  passReply: 'opens',
  sendCanned: 'bears the texts that were shown',
  sendCannedReply: 'bears the texts that were shown',
  optOutWriter: 'bears the texts that were shown',
  keepWriter: 'bears the texts that were shown',
  showNumber: 'opens',
  showHistory: 'opens',
  releaseReplies: 'opens',
  answerAll: 'opens',
  handleAll: 'acts on who still says it',
  showGroup: 'opens',
  previousInGroup: 'opens',
  nextInGroup: 'opens',
  countThese: 'opens',
  stopCounting: 'acts on who still says it',
  sendProposed: 'bears its answer',
  withdrawProposed: 'bears its answer',
  newCampaign: 'opens',
  copyCampaign: 'opens',
  followUp: 'opens',
  previousHome: 'opens',
  nextHome: 'opens',
};

const ofWindows: Record<
  Exclude<keyof typeof views, 'readingList' | 'allMessages' | 'counted' | 'group' | 'notice'>,
  Scene | Told
> = {
  campaignForm: async () => {
    await adaOpens(await aDraft());
    await ada.press('Edit');
    await ada.modal('Edit SMS campaign');
    const rewritten = await benRewrites();
    await ada.submit();
    await bench.slack.until(() => ada.openModal()?.text.includes('Ben changed this campaign after you opened it'));
    expect(await stored()).toEqual(rewritten);
  },
  moreSettings: async () => {
    await adaOpens(await aDraft());
    await ada.press('Edit');
    await ada.modal('Edit SMS campaign');
    await ada.press('More settings');
    await ada.modal('More settings');
    const rewritten = await benRewrites();
    await ada.fill({ Outcomes: 'Call back' });
    await ada.submit();
    await ada.modal('Edit SMS campaign');
    await ada.submit();
    await bench.slack.until(() => ada.openModal()?.text.includes('Ben changed this campaign after you opened it'));
    expect(await stored()).toEqual(rewritten);
  },
  preview: inPreview(() => ada.submit()),
  howTheyAgreed: consentOfWhatIsNoMore,
  testMessage: testOfWhatIsNoMore,
  testCode: codeForWhatIsNoMore,
  review: inReview(async () => {
    await ben.fill({ 'Nobody said how these people agreed': true });
    return ben.submit();
  }),
  sendBack: inReview(
    () => ben.submit(),
    async () => {
      await ben.press('Send back');
      await bench.slack.until(() => ben.openModal()?.submit === 'Send back');
      await ben.fill({ 'What has to change?': 'The place' });
    },
  ),
  reply: 'bears the texts that were shown',
  cardOptOut: 'bears the texts that were shown',
  cardPass: 'bears the texts that were shown',
  cardOutcome: 'decides about no text',
  livesElsewhere: 'decides about no text',
  answerReplies: 'bears the texts that were shown',
  passReply: 'bears the texts that were shown',
  answerGroup: 'opens',
  checkGroupAnswer: 'acts on who still says it',
  countGroup: 'acts on who still says it',
  sendAnyway: 'bears its batch',
  changePace: 'bears its pace',
  reviewPace: 'bears its pace',
  proposePace: inReview(
    () => ben.submit(),
    async () => {
      await ben.press('Propose another pace');
      await bench.slack.until(() => ben.openModal()?.submit === 'Send back');
      await ben.fill({ 'Batch size': '7' });
    },
  ),
  followUp: 'opens',
  importOptOuts: 'only ever opts out',
};

const tried = (table: Record<string, Scene | Told>) =>
  Object.entries(table).filter((row): row is [string, Scene] => typeof row[1] === 'function');

describe('what is older than its campaign acts on nothing new', () => {
  test.each(tried(ofActions))('at the button %s', (_, scene) => scene());
  test.each(tried(ofWindows))('in the window %s', (_, scene) => scene());
  test('in the window preview, of what was sent back since', submissionOfWhatWasSentBack);
});
