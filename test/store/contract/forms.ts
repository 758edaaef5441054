import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { KeptForm } from '../../../src/domain/answering/kept-form.ts';
import { agent, author } from '../../support/builders.ts';
import type { WithStore } from '../contract.ts';
import { nowAndReopened } from './arrange.ts';

const form: KeptForm = {
  answering: {
    ...nothingForeseen,
    expected: [{ label: 'Yes', words: ['coming'], thankYou: 'See you!' }],
    canned: [{ label: '__proto__', text: 'Behind the hall' }],
  },
  by: author,
  at: '2026-11-23T15:00:00.000Z',
};
const minutesLater = (minutes: number) => new Date(Date.parse(form.at) + minutes * 60_000).toISOString();

export function formContract(withStore: WithStore): void {
  describe('kept forms', () => {
    test(
      'are there under their key, as they were kept last, and under no other',
      withStore(async (store, reopen) => {
        await store.forms.keep('key1', { ...form, answering: nothingForeseen });
        await store.forms.keep('key2', { ...form, by: agent });
        await store.forms.keep('key1', form);
        for await (const one of nowAndReopened(store, reopen)) {
          expect(await one.forms.get('key1')).toEqual(form);
          expect(await one.forms.get('key2')).toEqual({ ...form, by: agent });
          expect(await one.forms.get('key3')).toBeUndefined();
        }
      }),
    );

    test(
      'go after a week, and of one person the oldest above twenty',
      withStore(async (store, reopen) => {
        await store.forms.keep('colleague', { ...form, by: agent });
        for (let no = 0; no < 21; no += 1) await store.forms.keep(`f${no}`, { ...form, at: minutesLater(no) });
        const known = async (one: typeof store) => {
          const keys = ['colleague', 'f0', 'f1', 'f20', 'late'];
          const found = await Promise.all(keys.map(async (key) => [key, await one.forms.get(key)] as const));
          return found.filter(([, kept]) => kept).map(([key]) => key);
        };
        for await (const one of nowAndReopened(store, reopen))
          expect(await known(one)).toEqual(['colleague', 'f1', 'f20']);
        const reopened = await reopen();
        await reopened.forms.keep('late', { ...form, at: minutesLater(7 * 24 * 60 + 10) });
        for await (const one of nowAndReopened(reopened, reopen)) expect(await known(one)).toEqual(['f20', 'late']);
      }),
    );
  });
}
