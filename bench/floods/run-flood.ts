import { startPlayground } from '../../playground/playground.ts';
import { seededRandom } from '../../playground/random.ts';
import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { LocalVonage } from '../../playground/vonage/start-local-vonage.ts';
import type { WorldClock } from '../../playground/world-clock.ts';
import { approveCampaign } from '../answering/approve-campaign.ts';

export type FloodOptions = { people: number; speed: number; isPlain: boolean; isKilled: boolean };

export type FloodFigures = {
  people: number;
  /** Seconds of the world's time, from the first text to the last, and to the moment when all were shown. */
  wroteS: number;
  shownS: number;
  /** Posts in the campaign's thread that show people. */
  posts: number;
  /** The longest time by which somebody stands above another who wrote before. */
  outOfOrderS: number;
  broken: string[];
};

/** Long ago, so that faster time does not overtake ours: a webhook from the future is refused. */
const startAt = new Date('2026-03-02T10:00:00Z');
/** 10,000 in this time are 33 a second; much more, and the phones' provider has to come again with some. */
const floodMs = 300_000;
/** While they are texted nothing is measured. */
const sendingSpeed = 60;

/** Everybody on the list is texted; then all of them write. */
export async function runFlood({ people, speed, isPlain, isKilled }: FloodOptions): Promise<FloodFigures> {
  const playground = await startPlayground({
    zone: 'UTC',
    startAt,
    speed: sendingSpeed,
    replyPercent: 0,
    isAlwaysOpen: true,
  });
  const { slack, vonage, clock, bot, close } = playground;
  try {
    await bot.start();
    if (isPlain) slack.trouble({ kind: 'refuse', error: 'invalid_blocks', withBlock: 'container', times: 1e9 });
    const list = Array.from({ length: people }, (_, no) => `+${phoneOf(no)},Person ${no}\n`).join('');
    const campaignTs = await approveCampaign(slack, `phone,first_name\n${list}`, people);
    await until(clock, () => vonage.phone(phoneOf(people - 1)).messages.length > 0);
    await clock.sleep(60_000);
    playground.setSpeed(speed);
    const wroteAtMs = letAllWrite(people, vonage, clock);
    if (isKilled) await killInTheMiddle(() => linesOf(slack, campaignTs).length > people / 4, { clock, bot });
    await until(clock, () => new Set(linesOf(slack, campaignTs)).size >= people, clock.nowMs() + 3_600_000);
    const shownMs = clock.nowMs();
    await clock.sleep(20_000);
    return figuresOf(people, { slack, campaignTs, wroteAtMs, shownMs });
  } finally {
    await close();
  }
}

const phoneOf = (no: number) => `1${201 + Math.floor(no / 8_000)}555${1_000 + (no % 8_000)}`;

/** In a mixed order; tells when each wrote. */
function letAllWrite(people: number, vonage: LocalVonage, clock: WorldClock): Map<number, number> {
  const random = seededRandom(1);
  const wroteAtMs = new Map<number, number>();
  for (let no = 0; no < people; no += 1) {
    clock.after(random() * floodMs, () => {
      wroteAtMs.set(no, clock.nowMs());
      vonage.phone(phoneOf(no)).text(`What about number ${no} of my list?`);
    });
  }
  return wroteAtMs;
}

async function killInTheMiddle(
  isMiddle: () => boolean,
  { clock, bot }: { clock: WorldClock; bot: { kill(): Promise<void>; start(): Promise<void> } },
): Promise<void> {
  await until(clock, isMiddle);
  await bot.kill();
  await bot.start();
}

async function until(clock: WorldClock, isTrue: () => boolean, latestMs = Number.POSITIVE_INFINITY): Promise<void> {
  while (!isTrue() && clock.nowMs() < latestMs) await clock.sleep(1_000);
}

/** The people in the thread, from above. */
function linesOf(slack: LocalSlack, campaignTs: string): number[] {
  return threadOf(slack, campaignTs).flatMap(({ text }) =>
    [...text.matchAll(/What about number (\d+) of my list/g)].map(([, no]) => Number(no)),
  );
}

function threadOf(slack: LocalSlack, campaignTs: string) {
  return (
    slack
      .channel('sms')
      .messages()
      .find(({ ts }) => ts === campaignTs)?.thread ?? []
  );
}

function figuresOf(
  people: number,
  shown: { slack: LocalSlack; campaignTs: string; wroteAtMs: ReadonlyMap<number, number>; shownMs: number },
): FloodFigures {
  const { slack, campaignTs, wroteAtMs, shownMs } = shown;
  const lines = linesOf(slack, campaignTs);
  const times = [...wroteAtMs.values()];
  const firstMs = Math.min(...times);
  let [latestMs, outOfOrderMs] = [0, 0];
  for (const no of lines) {
    const atMs = wroteAtMs.get(no) ?? 0;
    outOfOrderMs = Math.max(outOfOrderMs, latestMs - atMs);
    latestMs = Math.max(latestMs, atMs);
  }
  return {
    people,
    wroteS: (Math.max(...times) - firstMs) / 1_000,
    shownS: (shownMs - firstMs) / 1_000,
    posts: threadOf(slack, campaignTs).filter(({ text }) => text.includes('What about number')).length,
    outOfOrderS: outOfOrderMs / 1_000,
    broken: [
      ...(new Set(lines).size === people ? [] : [`${people - new Set(lines).size} people are nowhere.`]),
      ...(lines.length === new Set(lines).size ? [] : [`${lines.length - new Set(lines).size} stand twice.`]),
      ...slack.problems.map((problem) => `Slack would have refused: ${JSON.stringify(problem)}`),
    ],
  };
}
