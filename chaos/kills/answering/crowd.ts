import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../random.ts';
import type { Battlefield } from '../battlefield.ts';
import { networkNumber, ownerOf } from '../spellings.ts';

/** Most say what many say; “yes” is expected, and thanked for. */
export const sayings = ['yes', 'Yes!', 'When do you open?', 'when do you open', 'I cannot come'];
const stops = ['STOP', 'stop please'];

export type Crowd = { start(): void; stop(): Promise<void> };

const everyMs = 700;
/** Of those who were texted. More would only wait for their cards: a channel takes one post a second. */
const whoWrites = 0.3;

/** Some of those who got the campaign's text write something every moment; a few of them STOP right behind it. */
export function createCrowd({ oracle }: Pick<Battlefield, 'oracle'>, random: Random): Crowd {
  const stopping = new AbortController();
  const written = new Map<string, number>();
  let going = Promise.resolve();

  const write = (): void => {
    const texted = oracle.accepted().filter(({ clientRef }) => clientRef?.startsWith('v1.'));
    if (texted.length === 0) return;
    const left = whoWrites * texted.length - written.size;
    for (let count = Math.min(left, random.int(4, 12)); count > 0; count -= 1) {
      const phone = ownerOf(random.pick(texted).to);
      // Whoever writes all the time is no crowd.
      if ((written.get(phone) ?? 0) >= 2) continue;
      written.set(phone, (written.get(phone) ?? 0) + 1);
      const from = networkNumber(phone);
      oracle.order({ do: 'text', from, text: random.pick(sayings) });
      if (random.chance(0.08)) oracle.order({ do: 'text', from, text: random.pick(stops) });
    }
  };

  const keepWriting = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      write();
      await sleep(everyMs);
    }
  };
  return {
    start() {
      going = keepWriting();
    },
    stop() {
      stopping.abort();
      return going;
    },
  };
}
