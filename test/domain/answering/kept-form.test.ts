import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { type KeptForm, toForget } from '../../../src/domain/answering/kept-form.ts';
import { agent, author } from '../../support/builders.ts';

const kept = (at: string, by = author): KeptForm => ({ answering: nothingForeseen, by, at });
const day = (no: number) => `2026-11-${String(no).padStart(2, '0')}T12:00:00.000Z`;

test('forms are kept for a week, whoever’s they are', () => {
  const forms = new Map([
    ['old', kept(day(2), agent)],
    ['older', kept(day(1))],
    ['recent', kept(day(4))],
  ]);
  expect(toForget(forms, 'new', kept(day(10)))).toEqual(['old', 'older']);
});

test('of one person twenty are kept, the oldest go', () => {
  const at = (no: number) => new Date(Date.parse(day(1)) + no * 60_000).toISOString();
  const forms = new Map<string, KeptForm>(Array.from({ length: 21 }, (_, no) => [`f${no}`, kept(at(no))]));
  forms.set('colleague', kept(at(0), agent));
  expect(toForget(forms, 'new', kept(at(30)))).toEqual(['f1', 'f0']);
  expect(toForget(forms, 'f0', kept(at(30)))).toEqual(['f1']);
});
