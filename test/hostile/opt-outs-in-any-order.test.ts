import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CampaignId, type PhoneNumber } from '../../src/domain/ids.ts';
import { personKey } from '../../src/domain/phone/person.ts';
import type { Store } from '../../src/ports/store.ts';
import { createInbox, type Inbox } from '../../src/services/replies/inbox.ts';
import { createOptOuts, type OptOuts } from '../../src/services/replies/opt-outs.ts';
import { createRateLimits } from '../../src/services/sending/rate-limits.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { crashes, type SimulatedDisk, simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { approved } from '../support/approved.ts';
import { aCampaign, agent, aMexican, aNumber, sender } from '../support/builders.ts';
import { type HandClock, handClock } from '../support/hand-clock.ts';
import { vouchedFor } from '../support/known-folder.ts';
import { depsFor } from '../support/opt-out-races.ts';

/** Two people, of whom one is written in two ways. */
const numbers = [aNumber(1), aMexican().listed, aMexican().fromNetwork] as const;

const step = fc.oneof(
  fc.record({
    does: fc.constantFrom('stop', 'doubt', 'wrong person', 'start', 'import', 'old import', 'add', 'carrier'),
    of: fc.nat(2),
  }),
  fc.record({ does: fc.constantFrom('new list', 'a day', 'restart', 'crash', 'older document'), of: fc.nat(3) }),
);
type Step = { does: string; of: number };

type Life = { store: Store; inbox: Inbox; optOuts: OptOuts; disk: SimulatedDisk };

test('whoever said no is never claimed, whatever happens in whatever order, until they say START', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      await live(steps);
    }),
    { numRuns: 100, seed: 12_107 },
  );
}, 60_000);

async function live(steps: readonly Step[]): Promise<void> {
  const clock = handClock();
  /** Whoever said no, or may have. */
  const silent = new Set<string>();
  const older: Map<string, Buffer>[] = [];
  let life = await open(simulatedDisk(), clock);
  let no = 0;
  for (const one of [{ does: 'new list', of: 0 }, ...steps]) {
    no += 1;
    await clock.advance(2_000);
    if (one.does === 'restart' || one.does === 'crash' || one.does === 'older document') {
      life = await reopened(life, clock, one, older.at(-1 - one.of));
    } else {
      await act(life, clock, one, no);
      note(silent, one);
    }
    older.push(
      new Map(
        life.disk
          .paths()
          .filter(isOfOptOuts)
          .map((path) => [path, life.disk.contentOf(path)]),
      ),
    );
    const claimed = await claimAll(life.store, clock, no);
    expect([steps.slice(0, no), claimed.filter((number) => silent.has(personKey(number)))]).toEqual([
      steps.slice(0, no),
      [],
    ]);
    expect(claimed).toContain(aNumber(0));
    for (const number of numbers) expect(life.store.suppressions.blocks(number)).toBe(silent.has(personKey(number)));
  }
  await life.store.close();
}

function note(silent: Set<string>, { does, of }: Step): void {
  if (does === 'new list' || does === 'a day') return;
  const person = personKey(numbers[of % 3]!);
  if (does === 'start') silent.delete(person);
  else silent.add(person);
}

async function act({ store, inbox, optOuts }: Life, clock: HandClock, { does, of }: Step, no: number): Promise<void> {
  const number = numbers[of % 3]!;
  const hear = (text: string) =>
    inbox.receive({ id: `t${no}`, from: number, to: sender, text, at: clock.now().toISOString() });
  const importing = (line: string) =>
    optOuts.importFiles([{ name: 'stops.csv', bytes: bytesOf(`number,date\n${line}\n`) }], agent);
  switch (does) {
    case 'stop':
      return hear('STOP');
    case 'doubt':
      return hear('can you stop asking me that');
    case 'wrong person':
      return hear('Sorry, wrong number');
    case 'start':
      return hear('START');
    case 'import':
      return void (await importing(`${number},`));
    case 'old import':
      return void (await importing(`${number},2020-05-17`));
    case 'add':
      return void (await optOuts.add(number, agent, 'rang and said no'));
    case 'carrier':
      return store.suppressions.add({ number, kind: 'opted_out', at: clock.now().toISOString(), source: 'carrier' });
    case 'new list':
      return addList(store, no);
    default:
      await clock.advance(25 * 3_600_000);
      return inbox.tick();
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function addList(store: Store, no: number): Promise<void> {
  const list = [aNumber(0), numbers[0], numbers[no % 2 === 0 ? 1 : 2], aNumber(2)].map((number) => ({
    number,
    values: ['Ada'],
  }));
  const id = CampaignId.parse(
    `abcd23${String(no + 22)
      .padStart(2, '2')
      .replaceAll('0', 'z')
      .replaceAll('1', 'y')}`,
  );
  const throttle = { batchSize: 100, everySeconds: 1, holdAbove: null };
  await store.campaigns.create(approved(aCampaign({ id, origin: `V${no}`, throttle, hours: null }), list), list);
}

/** Everybody whom the store gives out now; all are given back, so that they are asked for again. */
async function claimAll(store: Store, clock: HandClock, no: number): Promise<PhoneNumber[]> {
  const found: PhoneNumber[] = [];
  for (const { id } of await store.campaigns.list()) {
    const batch = { no, startedAt: clock.now().toISOString(), size: 100 };
    const claims = await store.recipients.claim(id, batch, 100, clock.now());
    found.push(...claims.map(({ number }) => number));
    for (const claim of claims) await store.recipients.record(claim, { to: 'queued' }, clock.now());
  }
  return found;
}

const isOfOptOuts = (path: string) => path.includes('suppressions');

async function open(disk: SimulatedDisk, clock: HandClock): Promise<Life> {
  // Small, so that documents are written while the journal goes on.
  const store = await openLowdbStore({
    folder: '/data',
    disk,
    now: clock.now,
    journalBytes: 2_000,
  });
  await vouchedFor(store);
  const deps = depsFor(
    store,
    clock,
    () => 0.5,
    () => {},
  );
  return {
    store,
    disk,
    inbox: createInbox(deps, createRateLimits(deps.settings, clock)),
    optOuts: createOptOuts(deps),
  };
}

/** After an end in order, a crash, or with an older copy of some documents in their place: that is never opened as if it were the newest. */
async function reopened(life: Life, clock: HandClock, { does, of }: Step, older?: Map<string, Buffer>): Promise<Life> {
  if (does === 'crash') {
    const left = life.disk.afterCrash(crashes[of % crashes.length]!);
    await life.store.close();
    return open(left, clock);
  }
  await life.store.close();
  if (does === 'restart' || !older) return open(life.disk, clock);
  const newest = new Map(
    life.disk
      .paths()
      .filter(isOfOptOuts)
      .map((path) => [path, life.disk.contentOf(path)]),
  );
  for (const [path, content] of older) life.disk.put(path, content);
  const opened = await open(life.disk, clock).catch(() => undefined);
  if (opened) return opened;
  for (const [path, content] of newest) life.disk.put(path, content);
  return open(life.disk, clock);
}
