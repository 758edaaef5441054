import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fields } from '../../src/api/fields.ts';
import { anApi, tutorial } from '../support/api.ts';
import { aBench } from '../support/services.ts';

const odd = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', '\u202e', '{{', '{{x|', '=1+1', "'", '"', '../..', '__proto__', '-1', '1e9', '٣'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const value = fc.oneof(
  odd,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(odd, { maxLength: 3 }),
  fc.object(),
);
const person = fc.oneof(odd, fc.integer(), fc.dictionary(odd, value, { maxKeys: 3 }), fc.constant('12015550101'));
const settings = fc.dictionary(fc.constantFrom(...Object.keys(fields), '__proto__', 'x'), value, { maxKeys: 3 });
const list = fc.array(person, { maxLength: 4 });
const most = { numRuns: 150 };

test('whatever a program with a key sends in as JSON is taken or refused with a reason, and never breaks anything', async () => {
  const bench = await aBench();
  const api = await anApi(bench);
  await fc.assert(
    fc.asyncProperty(settings, list, async (change, recipients) => {
      const { status, body } = await api.post('/api/campaigns', { ...tutorial, recipients, ...change });
      expect([201, 409, 422]).toContain(status);
      if (status !== 201) expect(body.detail.length).toBeGreaterThan(10);
      await bench.clock.advance(1_000);
    }),
    most,
  );
  expect(bench.logged.filter((line) => line.includes('went wrong'))).toEqual([]);
  expect(bench.sent).toEqual([]);
}, 120_000);

test('the same with lists, settings in the address, pages and names of campaigns', async () => {
  const bench = await aBench();
  const api = await anApi(bench);
  const { recipients: _, ...plain } = tutorial;
  const types = fc.constantFrom('text/csv', 'application/x-ndjson');
  await fc.assert(
    fc.asyncProperty(settings, types, fc.array(odd, { maxLength: 4 }), odd, async (change, type, lines, name) => {
      const texts = Object.entries({ ...plain, ...change }).map(([key, one]) => [
        key,
        typeof one === 'object' ? JSON.stringify(one) : String(one),
      ]);
      const list = ['"12015550101"', ...lines].join('\n');
      const sent = await api.post(`/api/campaigns?${new URLSearchParams(texts)}`, list, { 'content-type': type });
      expect([201, 400, 409, 422]).toContain(sent.status);
      const query = new URLSearchParams({ limit: name, after: name });
      expect((await api.get(`/api/campaigns?${query}`)).status).toBe(400);
      const path = encodeURIComponent(name === '' ? 'x' : name.toWellFormed());
      const found = await fetch(`${api.url}/api/campaigns/${path}`, {
        headers: { authorization: `Bearer ${api.secret}` },
      });
      expect([200, 404]).toContain(found.status);
      await bench.clock.advance(1_000);
    }),
    most,
  );
  expect(bench.logged.filter((line) => line.includes('went wrong'))).toEqual([]);
}, 120_000);
