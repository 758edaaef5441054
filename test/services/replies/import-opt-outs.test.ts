import { describe, expect, test } from 'vitest';
import type { Suppression } from '../../../src/domain/reply/suppression.ts';
import { refusedOptOutsCsv } from '../../../src/services/replies/opt-outs/import-opt-outs.ts';
import { createOptOuts, type OptOuts } from '../../../src/services/replies/opt-outs.ts';
import { agent, aNumber, aSuppression } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const aFile = (text: string, name = 'stops.csv') => ({ name, bytes: bytesOf(text) });
const header = 'number,date,source';

async function aDesk(): Promise<{ bench: Bench; optOuts: OptOuts }> {
  const bench = await aBench();
  return { bench, optOuts: createOptOuts({ ...bench.deps, settings: withAdmin(bench) }) };
}

function withAdmin({ deps: { settings } }: Bench): Bench['deps']['settings'] {
  return { ...settings, roles: { ...settings.roles, admins: [agent] } };
}

describe('an import of opt-outs', () => {
  test('opts everybody out at once, keeps who said so and when, and may be done again', async () => {
    const { bench, optOuts } = await aDesk();
    const text = `${header}\n${aNumber(1)},2026-01-05,36105\n${aNumber(2)},,\nnobody,,\n`;
    const imported = await optOuts.importFiles([aFile(text)], agent);
    expect(imported).toMatchObject({ added: 2, known: 0, refused: [{ file: 'stops.csv', line: 4, value: 'nobody' }] });
    expect(await bench.store.suppressions.get(aNumber(1))).toEqual({
      number: aNumber(1),
      kind: 'opted_out',
      at: '2026-01-05T00:00:00.000Z',
      source: 'import: stops.csv (36105)',
    });
    expect(await bench.store.suppressions.get(aNumber(2))).toMatchObject({
      undated: true,
      source: 'import: stops.csv',
    });
    expect(await refusedOptOutsCsv(imported)).toContain('stops.csv,4,nobody,this is not a phone number');
    expect(await optOuts.importFiles([aFile(text)], agent)).toMatchObject({ added: 0, known: 2 });
  });

  test('keeps the older of two dates, whichever came first', async () => {
    const { bench, optOuts } = await aDesk();
    await bench.store.suppressions.add(aSuppression({ number: aNumber(1), at: '2026-02-20T09:00:00.000Z' }));
    await optOuts.importFiles([aFile(`${header}\n${aNumber(1)},2026-01-05,\n`)], agent);
    expect((await bench.store.suppressions.get(aNumber(1)))?.at).toBe('2026-01-05T00:00:00.000Z');
    await optOuts.importFiles([aFile(`${header}\n${aNumber(1)},2026-02-01,\n`)], agent);
    expect((await bench.store.suppressions.get(aNumber(1)))?.at).toBe('2026-01-05T00:00:00.000Z');
  });

  test('ends a campaign for whoever waits in it', async () => {
    const { bench, optOuts } = await aDesk();
    const campaign = await bench.approved({ size: 3, throttle: { batchSize: 1, everySeconds: 100, holdAbove: 10 } });
    await bench.run(3);
    const left = bench.sent.length;
    const all = [1, 2, 3].map((no) => aNumber(no)).join('\n');
    await optOuts.importFiles([aFile(all)], agent);
    await bench.run(200);
    expect(bench.sent).toHaveLength(left);
    expect((await bench.store.recipients.tally(campaign.id)).counts).toMatchObject({ queued: 0, skipped: 3 - left });
  });

  test('goes on with the other files when one is no good, and says so', async () => {
    const { optOuts } = await aDesk();
    const files = [aFile('name\nAda\n', 'names.csv'), aFile(`${aNumber(1)}\n`)];
    expect(await optOuts.importFiles(files, agent)).toMatchObject({
      added: 1,
      problems: [{ name: 'names.csv', sentence: expect.stringContaining('No column of the file has phone numbers') }],
    });
  });

  test('is refused when no file is any good, there are too many, or another one is running', async () => {
    const { bench, optOuts } = await aDesk();
    await expect(optOuts.importFiles([aFile('name\nAda\n')], agent)).rejects.toMatchObject({ code: 'no_numbers' });
    await expect(optOuts.importFiles([], agent)).rejects.toMatchObject({ code: 'no_list' });
    const many = Array.from({ length: 11 }, () => aFile(`${aNumber(1)}\n`));
    await expect(optOuts.importFiles(many, agent)).rejects.toMatchObject({ code: 'too_many_files' });
    const tooLong = [aFile('\n'.repeat(1_000_001))];
    await expect(optOuts.importFiles(tooLong, agent)).rejects.toMatchObject({ code: 'list_too_long' });
    const first = optOuts.importFiles([aFile(`${aNumber(1)}\n`)], agent);
    await expect(optOuts.importFiles([aFile(`${aNumber(2)}\n`)], agent)).rejects.toMatchObject({
      code: 'import_running',
    });
    await first;
    expect(await bench.store.suppressions.count()).toBe(1);
  });
});

describe('an export of the opt-outs', () => {
  test('is what an import takes back, elsewhere too', async () => {
    const { bench, optOuts } = await aDesk();
    const at = '2026-02-20T09:00:00.000Z';
    const words = { said: 'rang, “no more”', by: agent, at: '2026-02-21T09:00:00.000Z' };
    const kept: Partial<Suppression>[] = [
      { number: aNumber(1), words, source: agent },
      { number: aNumber(2), because: 'reassigned' },
      { number: aNumber(3), kind: 'held' },
      { number: aNumber(4), undated: true, source: 'import: old.csv' },
    ];
    for (const one of kept) await bench.store.suppressions.add(aSuppression({ at, ...one }));
    const { csv, people } = await optOuts.exportCsv(agent);
    expect(people).toBe(4);
    expect(await optOuts.importFiles([aFile(csv)], agent)).toMatchObject({ added: 1, known: 3, refused: [] });

    const other = await aDesk();
    await other.optOuts.importFiles([aFile(csv, 'all.csv')], agent);
    const get = (no: number) => other.bench.store.suppressions.get(aNumber(no));
    expect(await get(1)).toMatchObject({ at, source: `import: all.csv (${agent})`, words: { said: words.said } });
    expect(await get(2)).toMatchObject({ at, because: 'reassigned' });
    expect(await get(3)).toMatchObject({ at, kind: 'opted_out' });
    expect(await get(4)).toMatchObject({ undated: true, source: 'import: all.csv (import: old.csv)' });
  });

  test('is told where the team reads', async () => {
    const { bench, optOuts } = await aDesk();
    await bench.approved();
    await optOuts.exportCsv(agent);
    const pending = JSON.stringify(await bench.store.announcements.pending());
    expect(pending).toContain('exported the list of all opt-outs');
  });
});

test('what was heard elsewhere is kept, with who noted it and when, also for whom is opted out already', async () => {
  const { bench, optOuts } = await aDesk();
  await optOuts.add(aNumber(1), agent, ' rang and said no ');
  const words = { said: 'rang and said no', by: agent };
  expect(await bench.store.suppressions.get(aNumber(1))).toMatchObject({ source: agent, words });
  await bench.store.suppressions.add(aSuppression({ number: aNumber(2) }));
  await optOuts.add(aNumber(2), agent, 'rang and said no');
  expect(await bench.store.suppressions.get(aNumber(2))).toMatchObject({ source: 'sms', words });
  await optOuts.add(aNumber(3), agent);
  expect((await bench.store.suppressions.get(aNumber(3)))?.words).toBeUndefined();
});
