import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../playground/vonage/requests/scripted-answers.ts';
import { aClient, aLocalVonage, hello, plainBody, post } from './a-local-vonage.ts';

type Seen = { id?: string | undefined; error?: string; status?: number; cause?: unknown };

/** What the vendor's client makes of one scripted answer. */
async function sendOnce(url: string, timeout = 5_000): Promise<Seen> {
  try {
    return { id: (await aClient(url, 'basic', timeout).messages.send(hello)).messageUUID };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const response = 'response' in error && error.response instanceof Response ? error.response : undefined;
    if (response && !response.bodyUsed) await response.text();
    const cause = error.cause instanceof Error && 'code' in error.cause ? error.cause.code : undefined;
    return { error: error.name, ...(response ? { status: response.status } : {}), ...(cause ? { cause } : {}) };
  }
}

describe('what the real client sees', () => {
  test.each<[string, Answer, Seen, number]>([
    ['a 401', { kind: 'reject', status: 401 }, { error: 'Error', status: 401 }, 0],
    ['a 422', { kind: 'reject', status: 422, body: { title: 'Invalid params' } }, { error: 'Error', status: 422 }, 0],
    ['a 429', { kind: 'throttle', retryAfter: '15' }, { error: 'Error', status: 429 }, 0],
    ['a 500 in JSON', { kind: 'fail', status: 500, as: 'json' }, { error: 'Error', status: 500 }, 0],
    [
      'a 502 in HTML, taken',
      { kind: 'fail', status: 502, as: 'html', accepted: true },
      { error: 'Error', status: 502 },
      1,
    ],
    ['a 202 in HTML', { kind: 'garble', body: 'html' }, { id: undefined }, 1],
    ['an empty 202', { kind: 'garble', body: 'empty' }, { error: 'TypeError' }, 1],
    ['a 202 without an id', { kind: 'garble', body: 'no uuid' }, { id: undefined }, 1],
    ['a 202 of another type', { kind: 'garble', body: 'wrong type' }, { id: undefined }, 1],
    ['a 202 cut short', { kind: 'garble', body: 'cut' }, { error: 'Error', status: 202 }, 1],
    ['a chunked 202 cut short', { kind: 'garble', body: 'chunked cut' }, { error: 'TypeError' }, 1],
    ['a chunked 202 of nonsense', { kind: 'garble', body: 'chunked garbled' }, { error: 'TypeError' }, 1],
    [
      'a reset before reading',
      { kind: 'reset', when: 'before reading' },
      { error: 'TypeError', cause: 'ECONNRESET' },
      0,
    ],
    [
      'a reset after reading',
      { kind: 'reset', when: 'after reading', by: 'rst' },
      { error: 'TypeError', cause: 'ECONNRESET' },
      0,
    ],
    [
      'a reset after taking',
      { kind: 'reset', when: 'after reading', by: 'rst', accepted: true },
      { error: 'TypeError', cause: 'ECONNRESET' },
      1,
    ],
    [
      'an end after taking',
      { kind: 'reset', when: 'after reading', by: 'fin', accepted: true },
      { error: 'TypeError', cause: 'UND_ERR_SOCKET' },
      1,
    ],
  ])('is %s', async (_, answer, seen, taken) => {
    const vonage = await aLocalVonage();
    vonage.answer({ times: 1, answer });

    expect(await sendOnce(vonage.url)).toEqual(seen);

    expect(vonage.accepted).toHaveLength(taken);
    expect(vonage.requests).toHaveLength(1);
    expect((await sendOnce(vonage.url)).id).toBe(vonage.accepted.at(-1)?.messageUuid);
  });

  test.each([true, false])('is a time-out when nothing ever comes (taken: %s)', async (accepted) => {
    const vonage = await aLocalVonage();
    vonage.answer({ answer: { kind: 'silence', accepted } });
    expect(await sendOnce(vonage.url, 50)).toEqual({ error: 'AbortError' });
    expect(vonage.accepted).toHaveLength(accepted ? 1 : 0);
  });

  test('is a time-out when the answer comes too late, though the message was taken', async () => {
    const vonage = await aLocalVonage();
    vonage.answer({ answer: { kind: 'accept', afterMs: 60_000 } });
    expect(await sendOnce(vonage.url, 50)).toEqual({ error: 'AbortError' });
    expect(vonage.accepted).toHaveLength(1);
  });

  test('is the answer when it comes late but in time', async () => {
    const vonage = await aLocalVonage({ speed: 100 });
    vonage.answer({ answer: { kind: 'accept', afterMs: 3_000 } });
    expect(await sendOnce(vonage.url)).toEqual({ id: vonage.accepted[0]?.messageUuid });
  });

  test('is a second request when a 307 is followed, which shows', async () => {
    const vonage = await aLocalVonage();
    vonage.answer({ nth: 1, answer: { kind: 'redirect', status: 307 } });
    await sendOnce(vonage.url);
    expect(vonage.requests.map(({ answered }) => answered)).toEqual([307, 202]);
    expect(vonage.accepted).toHaveLength(1);
  });
});

describe('which requests a rule answers', () => {
  const refuse = { kind: 'reject', status: 503 } as const;

  test.each([
    ['the third', { nth: 3 }, [202, 202, 503, 202]],
    ['the first and the fourth', { nth: [1, 4] }, [503, 202, 202, 503]],
    ['those to a number', { to: '+12015550192' }, [202, 503, 202, 202]],
    ['those from another sender', { from: '12015550000' }, [202, 202, 202, 202]],
    ['the first two', { times: 2 }, [503, 503, 202, 202]],
    ['all', {}, [503, 503, 503, 503]],
    ['none of them', { fraction: 0 }, [202, 202, 202, 202]],
  ])('is %s', async (_, rule, statuses) => {
    const vonage = await aLocalVonage();
    vonage.answer({ ...rule, answer: refuse });
    const seen: number[] = [];
    for (const last of [1, 2, 3, 4])
      seen.push((await post(vonage.url, { ...plainBody, to: `1201555019${last}` })).status);
    expect(seen).toEqual(statuses);
  });

  test('is the same share again for the same seed', async () => {
    const runs = await Promise.all(
      [7, 7, 8].map(async (seed) => {
        const vonage = await aLocalVonage({ accountRate: 1_000 });
        vonage.answer({ fraction: 0.3, seed, answer: refuse });
        const seen: number[] = [];
        for (let sent = 0; sent < 40; sent += 1) seen.push((await post(vonage.url, plainBody)).status);
        return seen;
      }),
    );
    expect(runs[0]).toEqual(runs[1]);
    expect(runs[0]).not.toEqual(runs[2]);
    expect(runs[0]?.filter((status) => status === 503).length).toBeGreaterThan(4);
  });

  test('is none once the rule is removed', async () => {
    const vonage = await aLocalVonage();
    const remove = vonage.answer({ answer: refuse });
    expect((await post(vonage.url, plainBody)).status).toBe(503);
    remove();
    expect((await post(vonage.url, plainBody)).status).toBe(202);
  });

  test('cannot depend on a body that is never read', async () => {
    const vonage = await aLocalVonage();
    const rule = { to: '12015550199', answer: { kind: 'reset', when: 'before reading' } } as const;
    expect(() => vonage.answer(rule)).toThrow('cannot depend on');
  });

  test.each(['0', '-1', '1000000000', 'Wed, 21 Oct 2026 07:28:00 GMT', undefined])(
    'may say to come back after %s',
    async (retryAfter) => {
      const vonage = await aLocalVonage();
      vonage.answer({ answer: { kind: 'throttle', ...(retryAfter === undefined ? {} : { retryAfter }) } });
      const answer = await post(vonage.url, plainBody);
      expect(answer.headers.get('retry-after') ?? undefined).toBe(retryAfter);
    },
  );
});
