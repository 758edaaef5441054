import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedMessage } from '../../../playground/vonage/oracle.ts';
import type { Battlefield } from '../battlefield.ts';
import type { Breach } from '../evidence.ts';
import { readMetrics } from '../metrics.ts';
import { cancel } from '../people.ts';
import { ownerOf } from '../spellings.ts';
import { isShut, type PlacesPlan } from './plan-places.ts';

const patienceMs = 150_000;
/** Batches come every second. */
const quietMs = 2_000;

/**
 * Once nobody is left but who rightly waits, for their hours or because they had a text within the hour, people cancel the
 * campaigns. Resolves with the instant at which they began to.
 */
export async function cancelWhoWaits(
  world: Battlefield,
  plan: PlacesPlan,
  tell: (sentence: string) => void,
): Promise<{ cancelledMs: number; breaches: Breach[] }> {
  const { oracle, program, campaigns, slack } = world;
  const breaches: Breach[] = [];
  let [taken, sinceMs] = [-1, 0];
  let isStill = false;
  const end = performance.now() + patienceMs;
  for (; !isStill && performance.now() < end; await sleep(100)) {
    const texts = oracle.accepted().filter(({ clientRef }) => clientRef?.startsWith('v1.'));
    const metrics = await readMetrics(program.port);
    const inState = (state: string) => metrics?.get(`trickle_recipients{state="${state}"}`) ?? 0;
    const running = metrics?.get('trickle_campaigns{status="running"}') ?? 0;
    const completed = metrics?.get('trickle_campaigns{status="completed"}') ?? 0;
    const isExplained =
      inState('claimed') === 0 && inState('queued') <= whoMayWait(world, plan, texts) + inState('unconfirmed');
    if (texts.length !== taken || running + completed < campaigns.length || !isExplained)
      [taken, sinceMs] = [texts.length, performance.now()];
    isStill = performance.now() - sinceMs >= quietMs;
  }
  const cancelledMs = Date.now();
  if (!isStill)
    breaches.push({ promise: 'no silent loss', sentence: 'somebody waited for two minutes who need not have waited' });
  for (const { name } of campaigns) await cancel(slack, name);
  tell('Who waits for their hours, or for the hour after another text, is given up');
  return { cancelledMs, breaches };
}

/** Of those who got no text of a campaign, counted by what Vonage took. */
function whoMayWait({ campaigns }: Battlefield, plan: PlacesPlan, texts: readonly AcceptedMessage[]): number {
  const nowMs = Date.now();
  const had = new Set(texts.map(({ to }) => ownerOf(to)));
  const got = new Set(texts.map(({ to, from }) => `${from.replace('+', '')} ${ownerOf(to)}`));
  const waits = campaigns.flatMap(({ sender, numbers }) =>
    numbers
      .map(ownerOf)
      .filter((owner) => !got.has(`${sender.replace('+', '')} ${owner}`))
      .filter((owner) => had.has(owner) || isShut(plan, owner, nowMs)),
  );
  return waits.length;
}
