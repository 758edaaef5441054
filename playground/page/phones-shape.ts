import type { Phone } from '../vonage/phones.ts';
import type { PhonesShape } from './snapshot-shape.ts';

const phonesShown = 48;
const textsShown = 20;

/** The phones that got or wrote a text and match the search, newest first, as many as the wall has room for. */
export function phonesShape(phones: readonly Phone[], search: string): PhonesShape {
  const all = phones.filter(({ messages }) => messages.length > 0);
  const found = all
    .filter((phone) => isMeant(phone, search))
    .toSorted((one, other) => (other.messages.at(-1)?.at ?? 0) - (one.messages.at(-1)?.at ?? 0));
  const count = (direction: string) =>
    all.reduce((sum, { messages }) => sum + messages.filter((text) => text.direction === direction).length, 0);
  return {
    total: all.length,
    found: found.length,
    received: count('received'),
    sent: count('sent'),
    list: found.slice(0, phonesShown).map(({ number, messages }) => ({
      number,
      texts: messages.slice(-textsShown).map(({ direction, text, at }) => ({ mine: direction === 'sent', text, at })),
    })),
  };
}

/** By its number in any spelling, or by its texts, where people's names stand. */
function isMeant({ number, messages }: Phone, search: string): boolean {
  const words = search.trim().toLowerCase();
  if (/^[\d\s+().-]+$/.test(words)) return number.includes(words.replace(/\D/g, ''));
  return messages.some(({ text }) => text.toLowerCase().includes(words));
}
