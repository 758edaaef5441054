import { expect, test } from 'vitest';
import { crashes, type SimulatedDisk, simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { aFormInput, aNumber, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const id = 'V1.hash';
const people = 1_200;
const list = ['phone,first_name', ...Array.from({ length: people }, (_, no) => `${aNumber(no)},Ada`)].join('\n');

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** A list of three documents comes in, goes on without its window, and is stored; `told`: so many disks had been left when its author was told so. */
async function readOnThis(disk: SimulatedDisk, left: SimulatedDisk[]): Promise<{ told: number }> {
  const bench = await aBench({ disk });
  const coming = Promise.withResolvers<void>();
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await coming.promise;
    yield* bytesOf(list);
  }
  const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author);
  const source = { files: [{ fileId: 'F1', name: 'a.csv', bytes: bytes() }] };
  const work = bench.campaigns.draft({ content, source, by: author, origin: id });
  await new Promise(setImmediate);
  const told = bench.campaigns.keepReading(id, author).then(() => left.length);
  await told;
  coming.resolve();
  await work;
  return { told: await told };
}

/** Every draft with all that is on its list. */
async function draftsOf({ store }: Bench): Promise<number[]> {
  const drafts = await store.campaigns.list();
  return Promise.all(drafts.map(async ({ id }) => (await store.recipients.page(id, { from: 0, limit: 9_999 })).length));
}

test.each(crashes)(
  'a list whose author was told that it goes on becomes one draft, whole, whenever the program dies (%s)',
  async (crash) => {
    const left: SimulatedDisk[] = [];
    const disk = simulatedDisk();
    await (await aBench({ disk })).store.close();
    disk.beforeCall = () => left.push(disk.afterCrash(crash));
    const { told } = await readOnThis(disk, left);
    disk.beforeCall = () => {};
    left.push(disk.afterCrash(crash));
    const seen = new Set<string>();
    for (const [moment, one] of left.entries()) {
      const bench = await aBench({ disk: one });
      const before = await draftsOf(bench);
      const notes = await bench.campaigns.unfinishedReadings();
      expect(before.every((size) => size === people)).toBe(true);
      if (moment >= told) expect(before.length + notes.length).toBeGreaterThan(0);
      for (const note of notes) await bench.campaigns.readAgain(note, async () => bytesOf(list));
      const known = before.length + notes.length > 0;
      expect([moment, await draftsOf(bench)]).toEqual([moment, known ? [people] : []]);
      seen.add(`${before.length} drafts, ${notes.length} notes`);
      await bench.store.close();
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['0 drafts, 1 notes', '1 drafts, 0 notes']));
  },
);
