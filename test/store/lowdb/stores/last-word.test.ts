import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConversationId, type Instant } from '../../../../src/domain/ids.ts';
import type { Reading } from '../../../../src/domain/reply/words/reading.ts';
import type { Store } from '../../../../src/ports/store.ts';
import { openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.ts';
import { agent, aNumber, anInbound, aSuppression } from '../../../support/builders.ts';
import { handClock } from '../../../support/hand-clock.ts';
import { aConversationHead, received } from '../../contract/arrange.ts';
import { simulatedDisk } from '../simulated-disk.ts';

const number = aNumber();
const clock = handClock();
const nowMs = clock.now().getTime();
const minute = 60_000;

type Word = { id: string; says: 'STOP' | 'START' | 'perhaps'; atMs: number; undated?: true };

/** A store whose clock shows what `setTo` last set it to. */
async function aStore() {
  const disk = simulatedDisk();
  let at = nowMs;
  const open = () => openLowdbStore({ folder: '/data', disk, now: () => new Date(at) });
  return {
    store: await open(),
    open,
    setTo: (ms: number) => {
      at = ms;
    },
  };
}

const readings: Record<Word['says'], Reading> = { STOP: 'opt_out', START: 'opt_in', perhaps: 'maybe_opt_out' };

async function hear(store: Store, { id, says, atMs, undated }: Word): Promise<void> {
  const at = moment(atMs);
  const message = anInbound({ id, text: says, reading: readings[says], at, ...(undated && { undated }) });
  const kind = says === 'STOP' ? ('opted_out' as const) : ('held' as const);
  const effect = says === 'START' ? { lift: { number, by: 'sms' } } : { suppress: { number, kind, at, source: 'sms' } };
  await store.conversations.receive(received({ message, ...effect }));
}

function moment(ms: number): Instant {
  return new Date(ms).toISOString();
}

test('of STOP and START in any order of arrival, each any number of times, the last that was written stands', async () => {
  const word = fc.record({
    says: fc.constantFrom('STOP' as const, 'START' as const),
    second: fc.integer({ min: 0, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      async (words, chance) => {
        const { store, open } = await aStore();
        const written = words.map(({ says, second }, no) => ({
          id: `in-${no}`,
          says,
          atMs: nowMs - 60_000 + second * 1_000,
        }));
        const delivered = [...written, ...written]
          .map((one) => ({ one, rank: chance.next().value as number }))
          .sort((a, b) => a.rank - b.rank);
        for (const { one } of delivered) await hear(store, one);

        const lastMs = Math.max(...written.map(({ atMs }) => atMs));
        const last = written.filter(({ atMs }) => atMs === lastMs);
        const isBlocked = last.some(({ says }) => says === 'STOP');
        expect(store.suppressions.blocks(number)).toBe(isBlocked);
        await store.close();
        const reopened = await open();
        expect(reopened.suppressions.blocks(number)).toBe(isBlocked);
        await reopened.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('what may have been an opt-out holds nobody who has written START since', async () => {
  const { store } = await aStore();
  await hear(store, { id: 'in-1', says: 'START', atMs: nowMs - minute });
  await hear(store, { id: 'in-2', says: 'perhaps', atMs: nowMs - 2 * minute });
  expect(store.suppressions.blocks(number)).toBe(false);
  await hear(store, { id: 'in-3', says: 'perhaps', atMs: nowMs });
  expect(store.suppressions.blocks(number)).toBe(true);
});

test.each([
  ['lies in the future', { atMs: nowMs + 3_600_000 }],
  ['was not dated by the provider', { atMs: nowMs, undated: true as const }],
])('a START that %s keeps no STOP from counting that comes after it', async (_what, start) => {
  const { store } = await aStore();
  await hear(store, { id: 'in-1', says: 'START', ...start });
  await hear(store, { id: 'in-2', says: 'STOP', atMs: nowMs - minute });
  expect(store.suppressions.blocks(number)).toBe(true);
});

test.each<[string, number, { arrives: number; dated: number; undated?: true }]>([
  ['dated 4 minutes ahead, and a STOP a second later', 4, { arrives: 1 / 60, dated: 1 / 60 }],
  ['dated 4 minutes ahead, and a STOP without a date', 4, { arrives: 1 / 60, dated: 1 / 60, undated: true }],
  ['dated an hour ahead, and a STOP after 56 minutes', 60, { arrives: 56, dated: 56 }],
  ['dated an hour ahead, and a STOP of half an hour that comes after it', 60, { arrives: 65, dated: 30 }],
  ['of now, and a STOP without a date', 0, { arrives: 1, dated: -1, undated: true }],
  ['of now, and a STOP whose date is a year old', 0, { arrives: 1, dated: -525_600 }],
])('a START %s: the STOP counts', async (_what, startAhead, { arrives, dated, undated }) => {
  const { store, setTo, open } = await aStore();
  await hear(store, { id: 'in-1', says: 'START', atMs: nowMs + startAhead * minute });
  setTo(nowMs + arrives * minute);
  await hear(store, { id: 'in-2', says: 'STOP', atMs: nowMs + dated * minute, ...(undated && { undated }) });
  expect(store.suppressions.blocks(number)).toBe(true);
  await store.close();
  expect((await open()).suppressions.blocks(number)).toBe(true);
});

test('a START that was not dated lifts nothing', async () => {
  const { store } = await aStore();
  await hear(store, { id: 'in-1', says: 'STOP', atMs: nowMs - minute });
  await hear(store, { id: 'in-2', says: 'START', atMs: nowMs, undated: true });
  expect(store.suppressions.blocks(number)).toBe(true);
});

test.each([
  ['a little', 4, 3, false],
  ['an hour', 60, 30, true],
])(
  'of STOP and START that are dated ahead by %s, the START after the STOP counts only when clocks may be so wrong',
  async (_long, start, stop, isBlocked) => {
    const { store } = await aStore();
    await hear(store, { id: 'in-1', says: 'STOP', atMs: nowMs + stop * minute });
    await hear(store, { id: 'in-2', says: 'START', atMs: nowMs + start * minute });
    expect(store.suppressions.blocks(number)).toBe(isBlocked);
  },
);

test('a START under another campaign, or from another spelling of the number, is the person’s word as well', async () => {
  const { store } = await aStore();
  const elsewhere = aConversationHead({ id: ConversationId.parse('zzzzzzzz2345'), campaignId: null });
  const start = anInbound({ id: 'in-1', reading: 'opt_in', at: moment(nowMs) });
  const lift = { number, by: 'sms' };
  await store.conversations.receive(received({ message: start, conversation: elsewhere, lift }));
  await hear(store, { id: 'in-2', says: 'STOP', atMs: nowMs - minute });
  expect(store.suppressions.blocks(number)).toBe(false);
});

test.each([
  ['an hour', 60 * minute],
  ['a day', 1_440 * minute],
  ['a year', 525_600 * minute],
])(
  'an opt-out that was entered while the clock was ahead by %s ends with the START after it',
  async (_long, aheadMs) => {
    const { store, setTo } = await aStore();
    setTo(nowMs + aheadMs);
    await store.suppressions.add(aSuppression({ source: agent, at: moment(nowMs + aheadMs) }));
    setTo(nowMs + 10 * minute);
    await hear(store, { id: 'in-1', says: 'START', atMs: nowMs + 10 * minute + 2_000 });
    expect(store.suppressions.blocks(number)).toBe(false);
  },
);

test('a START of before an opt-out that was entered while the clock was ahead lifts nothing', async () => {
  const { store, setTo } = await aStore();
  setTo(nowMs + 60 * minute);
  await store.suppressions.add(aSuppression({ source: agent, at: moment(nowMs + 60 * minute) }));
  setTo(nowMs + 10 * minute);
  await hear(store, { id: 'in-1', says: 'START', atMs: nowMs - 60 * minute });
  expect(store.suppressions.blocks(number)).toBe(true);
});

test.each([
  ['what was entered by hand after it was written', agent, nowMs - minute, nowMs],
  ['what was entered by hand while the clock is behind', agent, nowMs, nowMs - 60 * minute],
  ['a STOP that was written later', 'sms', nowMs + 60 * minute, nowMs],
  ['what a carrier told later', 'carrier', nowMs + 60 * minute, nowMs],
])('a START that comes late lifts nothing of it: %s', async (_what, source, atMs, clockMs) => {
  const { store, setTo } = await aStore();
  await store.suppressions.add(aSuppression({ source, at: moment(atMs) }));
  setTo(clockMs);
  await hear(store, { id: 'in-1', says: 'START', atMs: Math.min(atMs, nowMs) - minute });
  expect(store.suppressions.blocks(number)).toBe(true);
});
