import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignStatus } from '../../../domain/campaign/campaign-status.ts';
import { paceOf } from '../../../domain/campaign/pace-of.ts';
import { type Moment, momentBeside } from '../../../domain/moment.ts';
import { answerWithinMs } from '../../../domain/nudge/waits.ts';
import { canaryStands } from '../../../domain/pace/canary-words.ts';
import { durationInWords } from '../../../domain/pace/duration.ts';
import { sendingWindow } from '../../../domain/pace/sending-hours.ts';
import { resumeAt } from '../../../domain/pace/throttle.ts';
import type { TeamLoad } from '../../../domain/team/load.ts';
import type { Sizing } from '../../../services/lifecycle/size-batch.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import type { Sentence } from '../parts/sentence.ts';
import { goesOnAt } from './figures.ts';
import { count, listed, number, people } from './number-words.ts';
import { pauseSentences } from './pause-words.ts';
import { shortName } from './short-name.ts';
import { standstillSentence } from './standstill-words.ts';
import { waitingSentence } from './waited-words.ts';

/** A campaign's status in a word or two. */
export const statusWords: Record<CampaignStatus, string> = {
  draft: 'Draft',
  pending_approval: 'Waiting for approval',
  scheduled: 'Approved',
  running: 'Running',
  paused: 'Paused',
  settling: 'Waiting for delivery receipts',
  completed: 'Completed',
  cancelling: 'Being cancelled',
  cancelled: 'Cancelled',
  failed: 'Stopped for good',
};

/** The status, and of a running campaign whether it waits for something else than its next batch. */
export function standingWords({ campaign: { status }, plan }: Pick<CampaignReport, 'campaign' | 'plan'>): string {
  const isWaiting = status === 'running' && plan?.kind === 'wait' && !goesOn.includes(plan.because);
  return isWaiting ? 'Waiting' : statusWords[status];
}

const goesOn: readonly string[] = ['interval', 'in flight', 'turn'];

/** All have opted out, but whoever writes START before their turn gets it. */
const nobodyGetsIt = 'Nobody on the list gets it as it stands.';

/** What happens now and next, a sentence each. */
export function nowSentences(report: CampaignReport): Sentence[] {
  const { campaign } = report;
  switch (campaign.status) {
    case 'draft':
      return [['Nobody gets a message. ', { person: campaign.lastEditedBy }, ' can submit it for approval.']];
    case 'pending_approval':
      return [['Nobody gets a message before somebody else presses Review and approves it.']];
    case 'scheduled':
      if (report.isFolderInDoubt) return [folderDoubt];
      if (campaign.startWaitsSince) return [startWaits];
      if (report.audience === 0) return [[nobodyGetsIt]];
      return [[`The first of ${people(report.audience)} get it `, ...startInWords(campaign, report.at), '.']];
    case 'running':
      return [...runningSentences(report), ...waitingSentences(report)];
    case 'paused':
      return campaign.pause
        ? pauseSentences(campaign.pause)
        : [['Nobody gets a message until somebody presses Resume.']];
    case 'settling':
      return [['Every message has left. Trickle sums up in the thread, after 72 hours at the latest.']];
    case 'completed':
      return [['Replies still appear in the thread.']];
    case 'cancelling':
      return [['Nobody else gets a message. What has left cannot be called back.']];
    case 'cancelled':
      return [['Nobody else gets the message. Replies still appear in the thread.']];
    case 'failed':
      return [['It cannot be resumed. Write a new campaign for those who never get it.']];
  }
}

/** When the first of an approved campaign leave, as its hours allow: "at 09:00 on 24 Nov (Europe/Berlin)", or at once. */
function startInWords(campaign: Campaign, now: Date): Sentence {
  const { startAt, zone } = campaign;
  const { hours } = paceOf(campaign);
  const due = startAt === null ? now : new Date(startAt);
  const opensAt = hours && sendingWindow(hours, due).opensAt;
  const at = opensAt && opensAt > due ? opensAt : due;
  return at <= now ? ['within seconds'] : ['at ', { at, zone }];
}

const startWaits: Sentence = [
  'Nobody gets a message yet: Slack does not say whether its approver may still approve. Trickle asks again by itself, and starts it then.',
];

const folderDoubt: Sentence = [
  'Nothing is sent yet: Trickle asks Slack whether its data folder is the newest one, and goes on by itself once Slack answers.',
];

function waitingSentences({ campaign, waitingPlaces, at }: CampaignReport): Sentence[] {
  const waiting = waitingSentence(waitingPlaces, campaign.zone, at);
  return waiting ? [[waiting]] : [];
}

function runningSentences({
  campaign,
  progress,
  plan,
  standstill,
  sizing = null,
  ...report
}: CampaignReport): Sentence[] {
  const { batch, team, doneAt, at } = report;
  const { zone } = campaign;
  const { throttle } = paceOf(campaign);
  const mayHold = throttle.holdAbove !== null;
  if (!plan || plan.kind === 'finished') return [['Every message has left.']];
  if (plan.kind === 'send') {
    const of = Math.max(batch?.of ?? 0, plan.batch.no);
    // How many follow depends on the team.
    const all = throttle.pace === 'team' ? '' : ` of ${number(of)}`;
    const now = `Sending batch ${number(plan.batch.no)}${all} now`;
    return [doneAt ? [`${now}, done by ${firstMoment({ at: doneAt, zone }, at)}${unlessHeld(mayHold)}`] : [`${now}.`]];
  }
  switch (plan.because) {
    case 'interval':
    case 'quiet hours': {
      const what = plan.because === 'interval' ? 'Next batch' : 'Sending hours are over: next batch';
      const toTheSecond = plan.because === 'interval' && throttle.everySeconds < 60;
      if (!plan.until) return [[`${what} as soon as it may.`]];
      const next = firstMoment({ at: plan.until, zone, toTheSecond }, at);
      if (plan.because === 'interval' && sizing && sizing.size > 0) {
        return [[sizeSentence(sizing, report.unanswered)], [`It leaves at ${next}.`]];
      }
      if (!doneAt) return [[`${what} at ${next}.`]];
      const done = momentBeside({ at: doneAt, zone, toTheSecond }, plan.until);
      return [[`${what} at ${next}, done by ${done}${unlessHeld(mayHold)}`]];
    }
    case 'places':
      if (report.waitingPlaces.length > 0) return [];
      return plan.until
        ? [
            [
              `Those who are left have had as many texts as a day or week may bring: next batch at ${firstMoment({ at: plan.until, zone }, at)}.`,
            ],
          ]
        : [['Those who are left have had as many texts as a day or week may bring.']];
    case 'open replies':
      return [[holdSentence(campaign, team, resumeAt(throttle.holdAbove ?? 0))]];
    case 'late replies':
      return [[`A reply has waited ${longerThan(campaign)}, and holds the next batch until it is answered.`]];
    case 'no room':
      return [[`The next batch waits: ${sizedWords(sizing ?? campaign.sized, report.unanswered)}.`]];
    case 'nobody answers':
      return [[`Replies are open, and nobody has handled one for an hour: the next batch waits until somebody does.`]];
    case 'turn':
      return [
        plan.until
          ? [
              `Next batch at ${firstMoment({ at: plan.until, zone, toTheSecond: true }, at)}, after that of another campaign here.`,
            ]
          : ['Next batch after that of another campaign here.'],
      ];
    case 'clock':
      return [['Nothing is sent: the clock of the computer that Trickle runs on was set back.']];
    case 'storage':
      return [
        [
          'Nothing is sent: Trickle cannot save what it does. Whoever runs it has to look at its disk; then it goes on.',
        ],
      ];
    case 'folder':
      return [folderDoubt];
    case 'provider':
      return [
        ['Nothing is sent now: ', ...(standstill ? standstillSentence(standstill, zone) : [providerBusy])],
        plan.until ? ['Trickle tries again at ', { at: plan.until, zone, toTheSecond: true }, '.'] : [triesAgain],
      ];
    case 'canary':
      return canaryStands(campaign, { optedOut: report.optedOut, tried: triedIn(progress) }).map((sentence) => [
        sentence,
      ]);
    case 'held people':
      return [[heldSentence(progress.waiting)]];
    case 'in flight':
      return [['The last messages have left, and Trickle waits for the SMS provider’s answers.']];
  }
}

/** The message is edited as times pass, so that today needs no date: "16:05 (Europe/Berlin)". */
function firstMoment(moment: Moment, now: Date): string {
  return `${momentBeside(moment, now)} (${moment.zone})`;
}

/** "Next batch 12 people: 9 replies open, about 5 more to come, 3 answering." */
function sizeSentence(sizing: Sizing, own: number): string {
  return `Next batch ${people(sizing.size)}: ${sizedWords(sizing, own)}.`;
}

/** "9 replies open, about 5 more to come, 3 answering"; more than the campaign's `own` are those of its channel. */
function sizedWords(sized: Pick<Sizing, 'open' | 'expected' | 'answering'> | undefined, own: number): string {
  const { open = 0, expected = 0, answering = 0 } = sized ?? {};
  const who = answering === 0 ? 'nobody answering' : `${number(answering)} answering`;
  const where = open > own ? ' in this channel' : '';
  return `${count(open, 'reply', 'replies')} open${where}, about ${number(expected)} more to come, ${who}`;
}

function unlessHeld(mayHold: boolean): string {
  return mayHold ? ' unless held.' : '.';
}

const providerBusy = 'the SMS provider asks Trickle to wait.';
const triesAgain = 'Trickle tries again by itself, and goes on where it stopped.';

function heldSentence(held: number): string {
  const who = held === 1 ? '1 person who is left' : `${number(held)} people who are left`;
  return `The ${who} wrote what may mean STOP. Press Opt out or Keep texting at each such reply in the thread.`;
}

/** "14 replies unanswered, 9 of them to “Autumn”, goes on when 10 or fewer are left." */
export function holdSentence(
  { id }: Pick<Campaign, 'id'>,
  { replies, of, inHands }: Pick<TeamLoad, 'replies' | 'of' | 'inHands'>,
  resumesAt: number,
): string {
  const others = othersInWords(of.filter((one) => one.id !== id));
  const whose = others === '' ? [] : [others];
  const beside = inHands > 0 ? [`beside ${number(inHands)} in somebody’s hands`] : [];
  return `${[`${count(replies, 'reply', 'replies')} unanswered`, ...beside, ...whose, goesOnAt(resumesAt)].join(', ')}.`;
}

/** "9 of them to “Autumn”", of the other campaigns that the team answers; empty: there are none. */
export function othersInWords(others: readonly { name: string; replies: number }[]): string {
  const words = others.map((one) => `${number(one.replies)} of them to ${shortName(one)}`);
  return listed(words.length > mostNamed ? [...words.slice(0, mostNamed), 'more to others'] : words);
}

const mostNamed = 2;

function triedIn({ sent, failed, unconfirmed, onTheirWay }: CampaignReport['progress']): number {
  return sent + failed + unconfirmed + onTheirWay;
}

function longerThan(campaign: Campaign): string {
  return `longer than ${durationInWords(answerWithinMs(campaign) / 1_000)}`;
}
