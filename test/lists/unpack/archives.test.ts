import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { allOf } from '../../../src/domain/many.ts';
import { createListReader } from '../../../src/lists/list-reader.ts';
import { zipOf } from '../../support/files/zip-of.ts';

const reader = createListReader();
const us = { country: 'US' };

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}

const read = (...files: [name: string, bytes: Uint8Array][]) =>
  reader.read(
    files.map(([name, bytes]) => ({ name, bytes: inPieces(bytes) })),
    us,
  );
const peopleOf = async (list: Awaited<ReturnType<typeof read>>) =>
  (await allOf(list.recipients)).map(({ number, values, line }) => [line, number, ...values].join(' '));

const list = (from: number, count: number) =>
  [
    'phone,name',
    ...Array.from({ length: count }, (_, no) => `+1201${5_550_100 + from + no},Ada ${from + no}`),
    '',
  ].join('\n');

describe('a packed list', () => {
  test('of gzip is what is packed in it', async () => {
    const whole = await read(['a.csv', Buffer.from(list(0, 1_234))]);
    const packed = await read(['a.csv.gz', gzipSync(list(0, 1_234))]);
    expect([packed.hash, packed.reading]).toEqual([whole.hash, whole.reading]);
    // Several packed one behind the other are one file.
    const two = Buffer.concat([gzipSync(list(0, 1)), gzipSync(list(1, 1))]);
    expect(await peopleOf(await read(['a.csv.gz', two]))).toHaveLength(2);
  });

  test('of zip is all files in it, in their order, but for what programs put beside them', async () => {
    const zip = zipOf([
      { name: 'lists/', content: '' },
      { name: 'lists/b.csv', content: list(0, 2) },
      { name: '__MACOSX/lists/._b.csv', content: randomBytes(100) },
      { name: 'lists/.DS_Store', content: randomBytes(100) },
      { name: '../a.csv', content: list(1, 2) },
    ]);
    const found = await read(['people.zip', zip]);
    expect(await peopleOf(found)).toEqual(['2 +12015550100 Ada 0', '3 +12015550101 Ada 1', '6 +12015550102 Ada 2']);
    expect(found.reading.files?.map(({ name }) => name)).toEqual(['people.zip: lists/b.csv', 'people.zip: ../a.csv']);
    expect(await allOf(found.duplicates)).toMatchObject([
      { line: 5, reason: 'the same number as in line 3 of “people.zip: lists/b.csv”' },
    ]);
  });

  test.each<[string, string, Uint8Array]>([
    ['broken_archive', 'that was cut off', gzipSync(list(0, 500)).subarray(0, 500)],
    ['broken_archive', 'zip that was cut off', zipOf([{ name: 'a.csv', content: list(0, 500) }]).subarray(0, 500)],
    ['broken_archive', 'that says another size', zipOf([{ name: 'a.csv', content: list(0, 9), claims: 12 }])],
    ['encrypted_archive', 'with a password', zipOf([{ name: 'a.csv', content: list(0, 9), flags: 1 }])],
    ['nested_archive', 'in a packed one', gzipSync(gzipSync(list(0, 9)))],
    [
      'nested_archive',
      'of archives',
      zipOf([{ name: 'a.zip', content: zipOf([{ name: 'a.csv', content: list(0, 9) }]) }]),
    ],
    ['empty_archive', 'of nothing', zipOf([{ name: '__MACOSX/a', content: 'x' }])],
    ['other_document', 'that is a text document', zipOf([{ name: '[Content_Types].xml', content: '<a/>' }])],
    ['not_a_csv', 'of pictures', zipOf([{ name: 'a.png', content: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }])],
    [
      'many_files',
      'of many lists',
      zipOf(Array.from({ length: 11 }, (_, no) => ({ name: `${no}.csv`, content: list(no, 1) }))),
    ],
    ['many_files', 'of thousands', zipOf(Array.from({ length: 2_001 }, (_, no) => ({ name: `.${no}`, content: '' })))],
    [
      'same_names',
      'of two lists of one name',
      zipOf([
        { name: 'a.csv', content: list(0, 9) },
        { name: 'a.csv', content: list(9, 9) },
      ]),
    ],
    ['archive_bomb', 'that is a bomb', gzipSync(Buffer.alloc(30 * 1024 * 1024, 'a'))],
    ['archive_bomb', 'zip that is a bomb', zipOf([{ name: 'a.csv', content: Buffer.alloc(30 * 1024 * 1024) }])],
  ])('is refused: %s, one %s', async (code, _title, bytes) => {
    await expect(read(['a', bytes])).rejects.toMatchObject({ name: 'CampaignError', code, field: 'file' });
  });

  test('of more than 100 MB is refused, and of several files the one that is wrong is named', async () => {
    const large = gzipSync(randomBytes(16 * 1024 * 1024).toString('hex'), { level: 1 });
    const files = ['a', 'b', 'c', 'd'].map((name): [string, Uint8Array] => [name, large]);
    await expect(read(...files)).rejects.toMatchObject({
      code: 'list_too_large',
      message: '“d”: Unpacked, the list is larger than 100 MB. Split it into several.',
    });
  });
});

test('how far the reading is is told while it goes on, and it ends when it is to', async () => {
  const said: [number, number][] = [];
  const ending = new AbortController();
  const why = new Error('Enough.');
  const reading = reader.read([{ name: 'a.csv', bytes: inPieces(Buffer.from(list(0, 200_000))) }], {
    ...us,
    signal: ending.signal,
    progress: (lines, about) => {
      said.push([lines, about]);
      ending.abort(why);
    },
  });
  await expect(reading).rejects.toBe(why);
  const [[lines, about] = [0, 0]] = said;
  expect(lines).toBeGreaterThan(1_000);
  expect(about / 200_000).toBeGreaterThan(0.8);
  expect(about / 200_000).toBeLessThan(1.2);
});
