import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { audit } from '../kills/audit.ts';
import { type Battlefield, startBattlefield } from '../kills/battlefield.ts';
import { createCaretaker } from '../kills/caretaker.ts';
import { comeToAnEnd } from '../kills/come-to-an-end.ts';
import type { Breach } from '../kills/evidence.ts';
import { createLogFigures } from '../kills/log-figures.ts';
import { approveCampaign, submitCampaign } from '../kills/people.ts';
import { readBooks } from '../kills/read-books.ts';
import { createRandom } from '../random.ts';
import { type Container, startContainer } from './container.ts';

export type OwnersResult = { breaches: Breach[]; taken: number; takeovers: number; refusals: number; doubts: number[] };

/**
 * Two containers with one host name and one pid on one folder: beside one that sends, another is refused; when the
 * first is frozen the other takes over, the first thaws and may do what it likes, and is killed later. In the end the
 * books are held against Vonage.
 */
export async function runOwners(options: {
  seed: number;
  takeovers: number;
  recipients: number;
  folder: string;
  tell: (sentence: string) => void;
}): Promise<OwnersResult> {
  const { seed, takeovers, recipients, folder, tell } = options;
  const random = createRandom(seed);
  const { figures, read } = createLogFigures();
  let current: Container | undefined;
  const all: Container[] = [];
  const world = await startBattlefield({ recipients, folder, onLine: read, inwardTo: () => current?.port });
  const log = createWriteStream(join(folder, 'containers.log'));
  const { oracle, slack, outward, campaigns, mayFly } = world;
  const ports = [outward.port, Number(new URL(slack.apiUrl).port)];
  const start = async (): Promise<Container> => {
    const made = await startContainer({ environment: world.environment, folder, ports, log, onLine: read });
    all.push(made);
    return made;
  };
  const asProgram = containerAsProgram(() => current);
  const view: Battlefield = { ...world, program: asProgram };
  const caretaker = createCaretaker(view);
  let refusals = 0;

  try {
    current = await start();
    await current.running;
    for (const wish of campaigns) await submitCampaign(slack, wish);
    for (const wish of campaigns) await approveCampaign(slack, wish);
    caretaker.start();
    for (let turn = 1; turn <= takeovers; turn += 1) {
      const former = current;
      await untilTaken(world, oracle.acceptedCount + random.int(20, 120));
      const early = await start();
      if (/in use by another process/.test(await Promise.race([early.ended, early.running.then(() => 'it runs')])))
        refusals += 1;
      await untilTaken(world, oracle.acceptedCount + random.int(5, 80));
      former.strike('SIGSTOP');
      await sleep(random.int(0, 300));
      const heir = await start();
      await heir.running;
      current = heir;
      tell(`takeover ${turn}: ${oracle.acceptedCount} messages taken`);
      await sleep(random.int(0, 2_000));
      former.strike('SIGCONT');
      await sleep(random.int(3_000, 12_000));
      former.strike('SIGKILL');
      await former.ended;
    }
    const unended = await comeToAnEnd(view, tell);
    const books = await readBooks(world.storeFolder);
    const evidence = {
      accepted: oracle.accepted(),
      oracle: await oracle.report(),
      books,
      log: figures,
      mayFly,
      outages: takeovers,
    };
    const overslept =
      refusals === takeovers
        ? []
        : [{ promise: 'one owner', sentence: `beside a sending one only ${refusals} of ${takeovers} were refused` }];
    const breaches = [...audit(evidence), ...unended, ...overslept, ...caretaker.breaches()];
    return { breaches, taken: evidence.accepted.length, takeovers, refusals, doubts: figures.doubtsByCrash };
  } finally {
    await caretaker.stop();
    for (const container of all) await container.close();
    await world.close();
    await new Promise<void>((resolve) => log.end(resolve));
  }
}

/** As the caretaker and the end of a run see it. */
function containerAsProgram(current: () => Container | undefined): Battlefield['program'] {
  return {
    get port() {
      return current()?.port;
    },
    counts: { starts: 0, refusedStarts: 0, cleanStops: 0, forcedStops: 0 },
    unasked: [],
    start: async () => {},
    handOver: async () => ({ started: Promise.resolve() }),
    strike: (signal) => current()?.strike(signal),
    gone: async () => void (await current()?.ended),
    close: async () => {},
  };
}

async function untilTaken({ oracle }: Battlefield, target: number): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end && oracle.acceptedCount < target; )
    await sleep(5);
}
