import { startPlayground } from '../../playground/playground.ts';
import { seededRandom } from '../../playground/random.ts';
import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import { findInThread, inSlack, isAllTaken, type Work, waitingOf, workThrough } from './agent.ts';
import { approveCampaign } from './approve-campaign.ts';
import { createCrowd, letThemWrite } from './crowd.ts';
import { type Figures, findFigures } from './find-figures.ts';

export type AnsweringOptions = {
  readonly seed: number;
  readonly people: number;
  /** How much faster than ours the world's time runs. */
  readonly speed: number;
  /** The agents begin with the first reply, rather than when everybody has written. */
  readonly isAtOnce?: boolean;
};

/** Long ago, so that faster time does not overtake ours: a webhook from the future is refused. */
const startAt = new Date('2026-03-02T10:00:00Z');

/**
 * A campaign in the playground with the real program: its people answer within minutes, two agents work through what
 * needs them. The seed decides who writes what and when; how the machine keeps up may move a few from group to window.
 */
export async function runAnswering({ seed, people, speed, isAtOnce = false }: AnsweringOptions): Promise<Figures> {
  const playground = await startPlayground({ zone: 'UTC', startAt, speed, replyPercent: 0, isAlwaysOpen: true });
  const { slack, vonage, clock, bot } = playground;
  const crowd = createCrowd(people, seededRandom(seed));
  const stopWriting = letThemWrite(crowd, vonage, clock);
  try {
    await bot.start();
    const campaignTs = await approveCampaign(slack, crowd.list, people);
    const work: Work = { slack, vonage, clock, crowd, campaignTs, taken: new Set(), inHands: 0, presses: new Map() };
    while (!isAtOnce && !isAllTaken(work)) await clock.sleep(1_000);
    await Promise.all(['ada', 'cleo'].map((name) => workThrough(work, slack.as(name))));
    const figures = findFigures(crowd, vonage, work.presses);
    return { ...figures, broken: [...figures.broken, ...(await whatSlackSays(work, figures, slack))] };
  } finally {
    stopWriting();
    await playground.close();
  }
}

/** The program's own word for it: it offers no reply to answer any more, and has counted as many. */
async function whatSlackSays(work: Work, { counted }: Figures, slack: LocalSlack): Promise<string[]> {
  const card = findInThread(work, (one) => one.text.includes('gave an expected answer'));
  const told = Number(/([\d,]+) (?:people|person) gave/.exec(card?.text ?? '')?.[1]?.replaceAll(',', '') ?? 0);
  const left = findInThread(work, ({ buttons }) => buttons.includes('Handled') || buttons.includes('Answer all'));
  return [
    ...(waitingOf(work) > 0 ? [`The campaign’s message says that somebody waits: ${inSlack(work).text}`] : []),
    ...(left ? [`A card still waits: ${left.text}`] : []),
    ...(await whatWindowSays(work, slack)),
    ...(told === counted ? [] : [`The card tells of ${told} expected answers, the phones of ${counted}.`]),
    ...slack.problems.map((problem) => `Slack would have refused: ${JSON.stringify(problem)}`),
    ...slack.notices.map(({ where, text }) => `Slack told somebody at ${where}: ${text}`),
  ];
}

/** A campaign that is over and of which nobody waits has no button any more. */
async function whatWindowSays(work: Work, slack: LocalSlack): Promise<string[]> {
  const message = inSlack(work);
  if (!message.buttons.includes('Answer replies')) return [];
  const ben = slack.as('ben');
  await ben.pressIn(message, 'Answer replies');
  const { text } = await ben.modal('Answer replies');
  return text.startsWith('Nothing waits for an answer in ') ? [] : [`The window still shows: ${text}`];
}
