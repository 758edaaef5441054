import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CampaignError } from '../../../src/domain/campaign-error.ts';
import { isNoValue } from '../../../src/domain/list/cells/no-value.ts';
import { listHash } from '../../../src/domain/list/hash.ts';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { ada, bob, fileOf, inChunks, us } from './a-list.ts';

describe('any list', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('a,b', 'x"y', 'l1\nl2', '=1+1', 'é🌍', ' ', ';', '{{name}}'),
  );
  const written = (rows: string[][]) =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');

  test('is the same however its bytes arrive', async () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 1000, max: 9999 }), cell), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 50 }), async (list, size) => {
        const text = written([['phone', 'note'], ...list.map(([end, note]) => [`+1201555${end}`, note])]);
        const whole = await readRecipients(text, us);
        const bytes = new TextEncoder().encode(text);
        expect(await readRecipients(inChunks(bytes, size), us)).toEqual(whole);
        expect(await readRecipients(text, us)).toEqual(whole);
        const first = new Map(list.map(([end, note]) => [`+1201555${end}`, note] as const).reverse());
        expect(new Map(whole.recipients.map(({ number, values }) => [String(number), values[0]]))).toEqual(
          new Map(
            [...first].map(([number, note]) => {
              const value = note.replaceAll('\0', '').toWellFormed().trim();
              return [number, isNoValue(value) ? '' : value];
            }),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('puts every row that is not blank in exactly one place, or says what is wrong with the whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        try {
          const list = await readRecipients(text, us);
          expect(list.rows).toBe(
            list.recipients.length + list.duplicates.length + list.invalid.length + list.marked.length + list.waiting,
          );
          expect(list.hash).toBe(listHash(list.columns, list.recipients));
        } catch (error) {
          expect(error).toBeInstanceOf(CampaignError);
        }
      }),
    );
  });

  test('survives bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        try {
          await readRecipients(inChunks(bytes, 50), us);
        } catch (error) {
          expect(error).toBeInstanceOf(CampaignError);
        }
      }),
    );
  });

  test('has a hash that tells it from every other', async () => {
    const base = await readRecipients(`phone,a,b\n${ada},x,y\n${bob},z,w`, us);
    const texts = [
      `phone,a,c\n${ada},x,y\n${bob},z,w`,
      `phone,b,a\n${ada},x,y\n${bob},z,w`,
      `phone,a,b\n${bob},z,w\n${ada},x,y`,
      `phone,a,b\n${ada},y,x\n${bob},z,w`,
      `phone,a,b\n${ada},xy,\n${bob},z,w`,
      `phone,a,b\n${ada},"x"",""y",\n${bob},z,w`,
      `phone,a,b\n${ada},x,y`,
      `phone,a,b\n+12015550125,x,y\n${bob},z,w`,
    ];
    const others = await Promise.all(texts.map(async (text) => (await readRecipients(text, us)).hash));
    expect(new Set([base.hash, ...others]).size).toBe(others.length + 1);
    expect(base.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives way to other work while it is read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `+1201${2_000_000 + index},Ada`).join('\n');
    let turns = 0;
    const other = setInterval(() => (turns += 1), 1);
    const list = await readRecipients(fileOf(`phone,name\n${rows}`), us);
    clearInterval(other);
    expect(list.recipients).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(5);
  });
});
