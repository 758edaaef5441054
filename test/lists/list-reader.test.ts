import { expect, test } from 'vitest';
import { listLimits, readRecipients } from '../../src/domain/list/read-list.ts';
import { allOf } from '../../src/domain/many.ts';
import { createListReader } from '../../src/lists/list-reader.ts';

const us = { country: 'US' };

async function* fileOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function* manyBytes(count: number): AsyncGenerator<Uint8Array> {
  const megabyte = new Uint8Array(1024 * 1024).fill(65);
  for (let left = count; left > 0; left -= megabyte.length) yield megabyte.subarray(0, left);
}

/** Each `:` was once tried as the beginning of a label, up to the end of the line. */
function aHostileLine(length: number): string {
  return `+12015550123 a${':'.repeat(length)}x`;
}

test('a list read in a thread of its own is the list that is read here', async () => {
  const rows = Array.from({ length: 1_234 }, (_, no) => `+1201${5_550_100 + no},Ada ${no}`);
  const text = ['phone,first_name', ...rows, rows[0], 'nobody,Eve', ''].join('\n');
  const choices = { country: 'US' };
  const { recipients, marked, duplicates, invalid, ...rest } = await createListReader().read(fileOf(text), {
    ...us,
    choices,
  });
  const parts = { recipients: await allOf(recipients), marked: await allOf(marked) };
  const list = { ...rest, ...parts, duplicates: await allOf(duplicates), invalid: await allOf(invalid) };
  expect(list).toEqual(await readRecipients(fileOf(text), { ...us, choices }));
  expect(list.recipients).toHaveLength(1_234);
});

test('what is wrong with a list is said as it is said here', async () => {
  const reader = createListReader();
  await expect(reader.read('', us)).rejects.toMatchObject({
    name: 'CampaignError',
    code: 'empty_list',
    field: 'pasted',
  });
  await expect(reader.read(fileOf('phone\n"+12015550123\n'), us)).rejects.toMatchObject({ field: 'file' });
  await expect(reader.read(manyBytes(listLimits.allBytes + 1), us)).rejects.toMatchObject({
    code: 'list_too_large',
  });
});

test('while a list is read, everything else has its turn', async () => {
  const people = Array.from({ length: 4_000 }, (_, no) => `4915${228_817_386 + no}`).join('\n');
  const reading = createListReader().read(fileOf(`phone\n${people}`), us);
  let isRead = false;
  void reading.finally(() => (isRead = true));
  let turns = 0;
  while (!isRead) {
    turns += 1;
    await new Promise(setImmediate);
  }
  expect((await reading).waiting).toBe(4_000);
  // Read here it would be some dozens.
  expect(turns).toBeGreaterThan(1_000);
});

test('a list that takes too long is refused, and its thread ends', async () => {
  const reader = createListReader({ withinMs: 1 });
  await expect(reader.read(fileOf(aHostileLine(60_000)), us)).rejects.toMatchObject({
    name: 'CampaignError',
    code: 'list_too_slow',
    field: 'file',
  });
});

test('a list that takes too much memory is refused', async () => {
  const reader = createListReader({ megabytes: 12 });
  const people = Array.from({ length: 30_000 }, (_, no) => `+1201${5_550_100 + no}`).join('\n');
  await expect(reader.read(fileOf(people), us)).rejects.toMatchObject({ code: 'list_too_large' });
});
