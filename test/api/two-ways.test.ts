import { describe, expect, test } from 'vitest';
import { readStrictly } from '../../src/api/strict-json.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { allOf } from '../../src/domain/many.ts';
import { storedPeople } from '../../src/services/list/stored-list.ts';
import { anApi, codeOf, tutorial } from '../support/api.ts';
import { aBench } from '../support/services.ts';
import { phoneOf } from '../support/story.ts';

const settings = new URLSearchParams({
  sender: '12015550123',
  message_string: 'Hi {{first_name}}! Reply STOP to opt out.',
  batch_size: '3',
  delay_period: '3600',
});
const json = { 'content-type': 'application/json' };
const rest = '"message_string":"Hi! Reply STOP to opt out.","batch_size":3,"delay_period":3600';

describe('a name that stands twice in an object of JSON is refused:', () => {
  test.each([
    ['the list', `{"sender":"12015550123","recipients":["1"],"recipients":["12015550101"],${rest}}`, '/recipients'],
    ['a setting', `{"sender":"1","recipients":["12015550101"],"sender":"12015550123",${rest}}`, '/sender'],
    [
      'a field of a person',
      `{"sender":"12015550123","recipients":["12015550101",{"phone":"1","phone":"12015550102"}],${rest}}`,
      '/recipients/1/phone',
    ],
    ['one spelled otherwise', `{"sender":"1","recipients":["1"],"\\u0073ender":"2",${rest}}`, '/sender'],
    ['one behind others of its kind', `{"a":[{"x/y":1},{"x/y":{"b":[]},"x/y":2}],${rest}}`, '/a/1/x~1y'],
  ])('%s', async (_, body, pointer) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const answer = await api.post('/api/campaigns', body, json);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'repeated_name']);
    const name = pointer.split('/').at(-1)!.replace('~1', '/');
    expect(answer.body.errors).toEqual([{ pointer, detail: expect.stringContaining(`“${name}” stands twice`) }]);
    expect(await bench.campaigns.list()).toEqual([]);
    expect(await api.waiting()).toEqual([]);
  });

  test('in a line of a longer list', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const lines = '{"phone":"12015550101","first_name":"A:{"}\n{"phone":"1","first_name":"B","phone":"12015550102"}\n';
    const answer = await api.post(`/api/campaigns?${settings}`, lines, { 'content-type': 'application/x-ndjson' });
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ line: 2, detail: '“phone” stands twice in one object. Write it once.' }],
    ]);
    expect(await bench.campaigns.list()).toEqual([]);
    expect(await api.waiting()).toEqual([]);
  });

  test('among opt-outs', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const body = '{"numbers":["+12015550101"],"numbers":["+12015550102"]}';
    const answer = await api.post('/api/opt-outs', body, json);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'repeated_name']);
    expect(await bench.store.suppressions.count()).toBe(0);
  });

  test.each([
    '{}',
    '[]',
    '"a:b:c"',
    '{"a":{"a":[{"a":1},{"a":":"}]},"b":"\\"a\\":1","c":"\\\\"}',
    '{"__proto__":1,"a":{"__proto__":2}}',
    ' { "a" : [ [ ] , { } , "," ] , "" : "{" } ',
  ])('but not what is only like it: %s', (text) => {
    expect(readStrictly(text)).toEqual({ value: JSON.parse(text), repeated: null });
  });
});

describe('what is asked twice is refused:', () => {
  test.each(['limit=5&limit=6', 'limit=5&limit=5', 'state=queued&state=failed', 'after=x&after=y'])(
    '?%s',
    async (query) => {
      const bench = await aBench();
      const api = await anApi(bench);
      const { id } = await bench.approved();
      const answer = await api.get(`/api/campaigns/${id}/recipients?${query}`);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_parameter']);
      const parameter = query.split('=')[0];
      expect(answer.body.errors).toEqual([{ parameter, detail: `“${parameter}” stands twice. Write it once.` }]);
    },
  );

  test('a setting in the address of a list', async () => {
    const api = await anApi(await aBench());
    const answer = await api.post(`/api/campaigns?${settings}&batch_size=4`, 'phone\n12015550101\n', {
      'content-type': 'text/csv',
    });
    expect([answer.status, answer.body.errors]).toEqual([
      422,
      [{ parameter: 'batch_size', detail: '“batch_size” stands twice. Write it once.' }],
    ]);
  });

  test('settings in the address as well as in the body', async () => {
    const bench = await aBench();
    const api = await anApi(bench);
    const answer = await api.post('/api/campaigns?batch_size=1', tutorial);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_parameter']);
    expect(answer.body.detail).toMatch(/in the body/);
    expect(await bench.campaigns.list()).toEqual([]);
  });
});

describe('a list says in which letters it is written:', () => {
  const send = async (type: string, body: Uint8Array<ArrayBuffer>) => {
    const bench = await aBench();
    const api = await anApi(bench);
    const answer = await api.ask(`/api/campaigns?${settings}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.secret}`, 'content-type': type },
      body,
    });
    return { bench, api, answer };
  };
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))));
  // “Š” of windows-1250, which windows-1252 has as well, and “ł”, which it has not.
  const polish = bytes('phone,first_name\n12015550101,Micha', 0xb3, '\n12015550102,', 0x8a, 'ime\n');

  test.each([
    ['text/csv; charset=windows-1250', polish],
    ['text/csv;charset="Windows-1250"', polish],
    [
      'text/csv; header=present; charset=iso-8859-2',
      bytes('phone,first_name\n12015550101,Micha', 0xb3, '\n12015550102,', 0xa9, 'ime\n'),
    ],
    [
      'text/csv; charset=utf-16le',
      Buffer.from('\ufeffphone,first_name\n12015550101,Michał\n12015550102,Šime\n', 'utf16le'),
    ],
    ['text/csv; charset=UTF-8', bytes('phone,first_name\n12015550101,Michał\n12015550102,Šime\n')],
  ])('%s is read as such', async (type, body) => {
    const { bench, answer } = await send(type, body);
    expect(answer.status).toBe(201);
    const campaign = await bench.campaigns.get(answer.body.id);
    const people = await allOf(storedPeople(bench.store, campaign));
    expect(people.map(({ values }) => values)).toEqual([['Michał'], ['Šime']]);
  });

  test.each([
    ['text/csv; charset=utf-8', polish, 400, 'other_charset', /is no utf-8/],
    ['text/csv; charset=klingon', polish, 415, 'unknown_charset', /“klingon”.* utf-8, windows-1252/],
    ['text/csv; charset=utf-8; charset=windows-1250', polish, 415, 'unknown_charset', /twice/],
    ['application/x-ndjson; charset=windows-1250', bytes('"12015550101"\n'), 415, 'unknown_charset', /JSON .*UTF-8/],
    ['application/json; charset=utf-16', bytes('{}'), 415, 'unknown_charset', /JSON .*UTF-8/],
  ])('%s is refused where it is not', async (type, body, status, code, detail) => {
    const { bench, api, answer } = await send(type, body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.body.detail).toMatch(detail);
    expect(await bench.campaigns.list()).toEqual([]);
    expect(await api.waiting()).toEqual([]);
  });

  test('the same bytes in other letters are another request', async () => {
    const api = await anApi(await aBench());
    const post = (type: string) =>
      api.ask(`/api/campaigns?${settings}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api.secret}`, 'content-type': type, 'idempotency-key': 'one' },
        body: polish,
      });
    expect((await post('text/csv; charset=windows-1250')).status).toBe(201);
    expect((await post('text/csv; charset=windows-1250')).status).toBe(200);
    expect(codeOf(await post('text/csv; charset=windows-1252'))).toBe('other_body');
  });
});

describe('numbers that people write in their texts', () => {
  const texts = [
    'Call me on +1 (201) 555-0199, not before 2026-12-01',
    'Or 201–555–0198, or ２０１５５５０１９７, or 2 0 1 5 5 5 0 1 9 6',
  ];
  test.each([
    [
      false,
      [
        'Call me on +• (•••) •••-0199, not before 2026-12-01',
        'Or •••–•••–0198, or ••••••０１９７, or • • • • • • 0 1 9 6',
      ],
    ],
    [true, texts],
  ])('are shown whole to a key that sees numbers, and only to such: %s', async (seesNumbers, shown) => {
    const bench = await aBench();
    const api = await anApi(bench, { seesNumbers });
    const { id } = await bench.approved({ size: 3 });
    await bench.run(3);
    for (const text of texts) {
      await bench.clock.advance(1_000);
      await bench.hear(text, phoneOf(1) as PhoneNumber);
    }
    const { body } = await api.get(`/api/campaigns/${id}/replies`);
    expect(body.replies).toMatchObject(shown.map((text) => ({ text })));
  });
});
