import { expect, test } from 'vitest';
import { phonesShape } from '../../../playground/page/phones-shape.ts';
import type { Phone } from '../../../playground/vonage/phones.ts';

const phone = (number: string, at: number, texts: readonly string[]): Phone => ({
  number,
  messages: texts.map((text) => ({ direction: text === 'STOP' ? 'sent' : 'received', with: '12015550123', text, at })),
  text: () => {},
});

const phones = [
  phone('12025550100', 1, ['Hi Olivia, will you come?', 'STOP']),
  ...Array.from({ length: 60 }, (_, index) => phone(String(12125550200 + index), 100 + index, ['Hi Liam, hello'])),
  phone('12025550199', 500, []),
];

test('shows the newest phones, and says how many there are', () => {
  const { total, found, list } = phonesShape(phones, '');
  expect([total, found, list.length]).toEqual([61, 61, 48]);
  expect(list[0]?.number).toBe('12125550259');
  expect(list.map(({ number }) => number)).not.toContain('12025550100');
});

test.each(['202 555', '+1 (202) 555-0100', 'olivia', ' stop '])('finds a phone among many by “%s”', (search) => {
  const { total, found, list } = phonesShape(phones, search);
  expect([total, found]).toEqual([61, 1]);
  expect(list.map(({ number }) => number)).toEqual(['12025550100']);
});

test('finds nothing where nothing is', () => {
  expect(phonesShape(phones, 'Zoe')).toMatchObject({ total: 61, found: 0, list: [] });
});
