import { describe, expect, test } from 'vitest';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import type { ListImport } from '../../../src/domain/campaign/list-import.ts';
import { CampaignError } from '../../../src/domain/campaign-error.ts';
import { createOptOuts } from '../../../src/services/replies/opt-outs.ts';
import { admin, aFormInput, agent, aNumber, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const list = `phone,first_name\n${aNumber(0)},Ada\n${aNumber(1)},Bob\n`;
const id = 'V1.hash';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** A file of which nothing comes until somebody lets it. */
function aSlowFile(text = list) {
  const coming = Promise.withResolvers<void>();
  async function* bytes(): AsyncGenerator<Uint8Array> {
    await coming.promise;
    yield* bytesOf(text);
  }
  return { source: { files: [{ fileId: 'F1', name: 'a.csv', bytes: bytes() }] }, comes: coming.resolve };
}

const contentOf = (bench: Bench) => bench.campaigns.read(aFormInput({ hours: 'any time' }), author);
const open = async () => bytesOf(list);

async function drafting(bench: Bench) {
  const file = aSlowFile();
  const work = bench.campaigns.draft({ content: await contentOf(bench), source: file.source, by: author, origin: id });
  work.catch(() => {});
  // Its turn comes when the person has been looked up.
  await new Promise(setImmediate);
  return { work, comes: file.comes };
}

describe('a list that takes a while to read', () => {
  test('is noted until its draft is there', async () => {
    const bench = await aBench();
    const { work, comes } = await drafting(bench);
    await bench.campaigns.keepReading(id, author);
    expect(await bench.store.imports.all()).toMatchObject([
      { id, by: author, source: { kind: 'file', id: 'F1' }, edited: null, tries: 1 },
    ]);
    comes();
    const { campaign } = await work;
    expect(campaign.list.size).toBe(2);
    expect(await bench.store.imports.all()).toEqual([]);
    await expect(bench.campaigns.cancelReading(id, author)).rejects.toMatchObject({ code: 'not_reading' });
  });

  test('ends at once when its author cancels it, and nothing of it is stored', async () => {
    const bench = await aBench();
    const { work, comes } = await drafting(bench);
    await bench.campaigns.keepReading(id, author);
    await expect(bench.campaigns.cancelReading(id, agent)).rejects.toMatchObject({ code: 'not_reading' });
    await bench.campaigns.cancelReading(id, author);
    await expect(work).rejects.toMatchObject({ code: 'reading_cancelled' });
    comes();
    // The next one has its turn after it.
    const next = bench.campaigns.draft({ content: await contentOf(bench), source: list, by: author, origin: 'next' });
    expect((await next).campaign.list.size).toBe(2);
    expect(await bench.store.campaigns.list()).toHaveLength(1);
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('is not cancelled once a double click has saved it', async () => {
    const bench = await aBench();
    const first = await drafting(bench);
    const second = await drafting(bench);
    first.comes();
    const { campaign } = await first.work;
    await expect(bench.campaigns.cancelReading(id, author)).rejects.toMatchObject({ code: 'not_reading' });
    second.comes();
    expect((await second.work).campaign.id).toBe(campaign.id);
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('is noted no more when it is no good', async () => {
    const bench = await aBench();
    const file = aSlowFile('nobody\n');
    const content = await contentOf(bench);
    const work = bench.campaigns.draft({ content, source: file.source, by: author, origin: id });
    work.catch(() => {});
    await new Promise(setImmediate);
    await bench.campaigns.keepReading(id, author);
    file.comes();
    await expect(work).rejects.toThrow(CampaignError);
    expect(await bench.store.imports.all()).toEqual([]);
  });
});

describe('after a restart', () => {
  const noted = async (bench: Bench, how: Partial<ListImport> = {}): Promise<ListImport> => {
    const one: ListImport = {
      id,
      by: author,
      at: bench.clock.now().toISOString(),
      content: await contentOf(bench),
      source: { kind: 'file', id: 'F1' },
      edited: null,
      tries: 1,
      ...how,
    };
    await bench.store.imports.note(one);
    return one;
  };

  test('a list is read again from its files', async () => {
    const bench = await aBench();
    const files = [
      { id: 'F1', name: 'a.csv' },
      { id: 'F2', name: 'b.csv' },
    ];
    await noted(bench, { source: { kind: 'files', files } });
    const [one] = await bench.campaigns.unfinishedReadings();
    const { campaign, rejected } = await bench.campaigns.readAgain(one!, open);
    expect([campaign.createdBy, campaign.origin, campaign.list.size, campaign.list.duplicates]).toEqual([
      author,
      id,
      2,
      2,
    ]);
    expect(rejected?.files?.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(await bench.campaigns.unfinishedReadings()).toEqual([]);
  });

  test('a draft that was stored before the end was noted is not made twice', async () => {
    const bench = await aBench();
    const { campaign } = await bench.campaigns.draft({
      content: await contentOf(bench),
      source: list,
      by: author,
      origin: id,
    });
    const one = await noted(bench);
    const never = () => Promise.reject(new Error('it is read'));
    expect((await bench.campaigns.readAgain(one, never)).campaign.id).toBe(campaign.id);
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('the new list of a campaign takes the place of the old one, unless somebody changed it meanwhile', async () => {
    const bench = await aBench();
    const content = await contentOf(bench);
    const { campaign } = await bench.campaigns.draft({ content, source: aNumber(5), by: author, origin: 'form' });
    const edited = { id: campaign.id, seen: seenOf(campaign) };
    const { campaign: changed } = await bench.campaigns.readAgain(await noted(bench, { edited }), open);
    expect([changed.id, changed.list.size]).toEqual([campaign.id, 2]);
    const other = await bench.campaigns.edit(campaign.id, {
      content: { ...content, template: 'Something else' },
      source: null,
      by: author,
      seen: seenOf(changed),
    });
    expect(other.campaign.template).toBe('Something else');
    const again = bench.campaigns.readAgain(
      await noted(bench, { edited: { id: campaign.id, seen: seenOf(changed) } }),
      open,
    );
    await expect(again).rejects.toMatchObject({ code: 'stale_edit' });
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('a new list that was stored before the end was noted is told as stored, whatever came since', async () => {
    const bench = await aBench();
    const content = await contentOf(bench);
    const { campaign } = await bench.campaigns.draft({ content, source: aNumber(5), by: author, origin: 'form' });
    const one = await noted(bench, { edited: { id: campaign.id, seen: seenOf(campaign) } });
    // As the program that was killed had begun it: its end is not noted.
    await bench.campaigns.edit(campaign.id, {
      content,
      source: { fileId: 'F1', bytes: bytesOf(list) },
      by: author,
      seen: seenOf(campaign),
      origin: id,
    });
    const [again] = await bench.campaigns.unfinishedReadings();
    expect(again).toEqual({ ...one, isStored: true });
    await createOptOuts(bench.deps).add(aNumber(0), admin, 'by letter');
    const never = () => Promise.reject(new Error('it is read'));
    const { campaign: told } = await bench.campaigns.readAgain(again!, never);
    expect([told.id, told.list.size]).toEqual([campaign.id, 2]);
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('a list that ended the program three times is given up', async () => {
    const bench = await aBench();
    const one = await noted(bench, { tries: 3 });
    await expect(bench.campaigns.readAgain(one, open)).rejects.toMatchObject({ code: 'import_given_up' });
    expect(await bench.store.imports.all()).toEqual([]);
  });

  test('a list that could not be read for want of the disk is there at the next start', async () => {
    const bench = await aBench();
    const one = await noted(bench);
    const broken = async (): Promise<never> => {
      throw new Error('no disk');
    };
    await expect(bench.campaigns.readAgain(one, broken)).rejects.toThrow('no disk');
    expect(await bench.store.imports.all()).toMatchObject([{ id, tries: 2 }]);
  });
});
