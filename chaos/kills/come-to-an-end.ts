import { setTimeout as sleep } from 'node:timers/promises';
import type { Battlefield } from './battlefield.ts';
import type { Breach } from './evidence.ts';
import { readMetrics, undecided } from './metrics.ts';

/** The last messages, receipts and reports may take this long once nothing goes wrong any more. */
const patienceMs = 150_000;
/** Thank-yous leave one after the other: after so long without one, and with every receipt taken, none is to come. */
const restMs = 2_000;

/** With all troubles over: everybody sent to, every webhook taken, both campaigns completed, and an orderly stop. */
export async function comeToAnEnd(world: Battlefield, tell: (sentence: string) => void): Promise<Breach[]> {
  const { program, oracle, campaigns } = world;
  const breaches: Breach[] = [];
  const reach = async (what: string, isReached: () => Promise<boolean>): Promise<void> => {
    for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(100)) {
      if (await isReached()) return tell(what);
    }
    const metrics = [...((await readMetrics(program.port)) ?? [])].filter(([, count]) => count > 0);
    const sentence = `not reached within ${patienceMs / 1_000} s: ${what}. It says ${metrics.join(', ') || 'nothing'}`;
    breaches.push({ promise: 'can always be resumed', sentence });
  };

  await reach(
    'Everybody has been sent to or is accounted for',
    async () => undecided(await readMetrics(program.port)) === 0,
  );
  await reach('Every webhook has been taken', async () => (await oracle.report()).pending === 0);
  await reach('Both campaigns are over', async () => {
    const metrics = await readMetrics(program.port);
    const inStatus = (status: string) => metrics?.get(`trickle_campaigns{status="${status}"}`) ?? 0;
    return inStatus('completed') + (world.places ? inStatus('cancelled') : 0) === campaigns.length;
  });

  let [taken, sinceMs] = [-1, 0];
  await reach('Nobody is answered or thanked any more', async () => {
    const now = performance.now();
    if (oracle.acceptedCount !== taken || (await oracle.report()).pending > 0) {
      [taken, sinceMs] = [oracle.acceptedCount, now];
    }
    return now - sinceMs >= restMs;
  });

  program.strike('SIGTERM');
  await program.gone();
  return breaches;
}
