import { setTimeout as sleep } from 'node:timers/promises';
import { everybody, judgeMillion, readStates, type Verdict } from './audit-million.ts';
import { type Field, openField } from './field.ts';
import { campaignName, type HandedIn, handIn, type Way } from './hand-in.ts';
import { planMillion } from './plan.ts';

export type MillionRun = Verdict & {
  way: Way;
  import: HandedIn;
  /** Campaigns that the killed import left behind, which nobody approved. */
  leftBehind: number;
  /** From the press of Approve until the provider took the first text. */
  firstMs: number;
  /** Texts that the provider had taken at each kill of sending. */
  killedAt: number[];
  texts: number;
  restartMs: number[];
  /** How often somebody had to resume it. */
  resumed: number;
  peakBytes: number;
};

const patient = { timeoutMs: 600_000 };
/** The program's connections to Vonage: no more can be in flight when it is killed. */
const mayFly = 100;
/** Nothing has been sent for so long: either it is over, or somebody has to look. */
const quietMs = 10_000;

export async function runMillion(
  way: Way,
  options: { people: number; seed: number; folder: string; tell?: (sentence: string) => void },
): Promise<MillionRun> {
  const { people, seed, folder, tell = () => {} } = options;
  const plan = planMillion(seed, people);
  const field = await openField(folder, people);
  try {
    await field.start();
    const imported = await handIn(way, field, people, plan);
    tell(`imported in ${seconds(imported.ms)} (${imported.cut})`);
    const firstMs = await approve(field);
    tell(`approved; the first text after ${seconds(firstMs)}`);
    const killedAt: number[] = [];
    const restartMs: number[] = [];
    for (const at of plan.sendingKills) {
      await reach(field, at, tell);
      await field.end('SIGKILL');
      killedAt.push((await field.provider.count()).texts);
      restartMs.push(await field.start());
      tell(`killed at ${killedAt.at(-1)} texts; runs again after ${seconds(restartMs.at(-1)!)}`);
    }
    const mostInDoubt = mayFly * plan.sendingKills.length;
    const resumed = await finish(field, people - mostInDoubt, tell);
    await field.end('SIGTERM');
    const { texts } = await field.provider.count();
    const { times, strangers } = await field.provider.book();
    const books = await readStates(field.dataFolder);
    const verdict = judgeMillion(everybody(people, books, times), people, mostInDoubt);
    if (strangers > 0) verdict.breaches.push(`${strangers} texts went to nobody of the list`);
    if (books.started !== 1) verdict.breaches.push(`${books.started} campaigns were approved, not one`);
    return {
      ...verdict,
      way,
      import: imported,
      leftBehind: books.notStarted,
      firstMs,
      killedAt,
      texts,
      restartMs,
      resumed,
      peakBytes: field.peakBytes,
    };
  } finally {
    await field.close();
  }
}

/** Ben, who did not write it, presses Review and Approve. */
async function approve({ slack, provider }: Field): Promise<number> {
  const ben = slack.as('ben');
  const messages = () => slack.channel('sms').messages();
  const card = await slack.until(() => messages().find(({ buttons }) => buttons.includes('Review')), {
    ...patient,
    what: 'the review card',
  });
  await ben.pressIn(card, 'Review');
  await slack.until(() => ben.openModal()?.submit === 'Approve', { ...patient, what: 'the review' });
  await ben.fill({ 'Nobody said how these people agreed': true });
  const startMs = performance.now();
  await ben.submit();
  while ((await provider.count()).texts === 0) {
    if (performance.now() - startMs > patient.timeoutMs) throw new Error('It was approved, and nothing was sent.');
    await sleep(5);
  }
  return performance.now() - startMs;
}

/** Throws where sending stands still before. */
async function reach({ provider }: Field, texts: number, tell: (sentence: string) => void): Promise<void> {
  let [last, movedMs, toldMs] = [0, performance.now(), performance.now()];
  for (;;) {
    const now = (await provider.count()).texts;
    if (now >= texts) return;
    if (now > last) [last, movedMs] = [now, performance.now()];
    if (performance.now() - movedMs > patient.timeoutMs) throw new Error(`It stands still at ${now} texts.`);
    if (performance.now() - toldMs > 15_000) {
      tell(`${now} texts`);
      toldMs = performance.now();
    }
    await sleep(10);
  }
}

/** Until nothing more is sent; where it stands still before so many people have a text, somebody resumes it. */
async function finish({ slack, provider }: Field, least: number, tell: (sentence: string) => void): Promise<number> {
  let [last, movedMs, resumed] = [0, performance.now(), 0];
  for (;;) {
    const { texts, people } = await provider.count();
    if (texts > last) [last, movedMs] = [texts, performance.now()];
    if (performance.now() - movedMs > quietMs) {
      if (people >= least || resumed >= 10) return resumed;
      resumed += 1;
      tell(`stands still at ${texts} texts; somebody resumes it`);
      await slack.as('ben').command('/sms-campaign', `resume ${campaignName}`);
      movedMs = performance.now();
    }
    await sleep(100);
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
