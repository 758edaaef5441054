import { setTimeout as sleep } from 'node:timers/promises';
import type { Used } from './program.ts';
import { startWholeWorld, type WholeWorld } from './world.ts';

/** `perSecond`: messages that arrived, or whose receipts were taken; `bytes`: written to disk for each message. */
export type FlatOut = Used & {
  perSecond: number;
  cpuUs: number;
  bytes: number | undefined;
  twice: number;
  /** How long each of Slack's requests waited for its acknowledgement meanwhile. */
  acksMs: readonly number[];
};

const sender = '12015550123';

/**
 * Everything at once, as fast as a limit of 99,999/s lets it. The first `warmUp` people are not counted: by then the
 * program's hot functions are compiled, as those of the bare pool are.
 */
export async function runFlatOut(
  people: number,
  { receipts = false, warmUp = Math.floor(people / 4), node = [] as string[] } = {},
): Promise<FlatOut> {
  const world = await startWholeWorld([{ sender, people }], `${sender}:99999/s`, '99999/s');
  try {
    const program = await world.start({ receipts, node });
    const done = async (): Promise<number> => {
      const { messages, receiptsTaken } = await world.provider.count();
      return receipts ? receiptsTaken : messages;
    };
    while ((await done()) < warmUp) await sleep(20);
    const [before, startMs, writtenBefore] = [await done(), performance.now(), await program.written()];
    program.watchLoop();
    await program.used();
    const asking = askAllAlong(world.slack);
    while ((await done()) < people) await sleep(20);
    const seconds = (performance.now() - startMs) / 1_000;
    const [used, written] = [await program.used(), await program.written()];
    const { twice } = await world.provider.arrivals();
    const counted = people - before;
    return {
      ...used,
      perSecond: counted / seconds,
      cpuUs: (used.cpuMs * 1_000) / counted,
      bytes: written === undefined || writtenBefore === undefined ? undefined : (written - writtenBefore) / counted,
      twice,
      acksMs: await asking.stop(),
    };
  } finally {
    await world.close();
  }
}

/** Somebody in Slack asks for help ten times a second. */
function askAllAlong({ as }: WholeWorld['slack']): { stop(): Promise<number[]> } {
  const ada = as('ada');
  const acksMs: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const startMs = performance.now();
      await ada.command('/sms-campaign', 'help');
      acksMs.push(performance.now() - startMs);
      await sleep(100);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await asking;
      return acksMs;
    },
  };
}
