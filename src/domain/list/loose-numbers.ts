import { readPhoneNumber } from '../phone/phone-number.ts';

/** The phone numbers that stand in a line of free text, and what else stands there: "Ada +1 201 555 0123". */
export function looseNumbers(text: string, country: string): { numbers: string[]; rest: string } {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  const numbers: string[] = [];
  let rest = '';
  let at = 0;
  for (const match of plain.matchAll(/[+(]{0,2}\d[\d ().\-/]*/g)) {
    const found = match[0];
    if (countDigits(found) < 5) continue;
    rest += ` ${plain.slice(at, match.index)}`;
    at = match.index + found.length;
    numbers.push(...split(found.trim(), country));
  }
  rest = `${rest} ${plain.slice(at)}`.replace(/\s+/g, ' ');
  return { numbers, rest: rest.replace(/^[\s,;:<>()"'|-]+|[\s,;:<>()"'|-]+$/g, '') };
}

export function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** Numbers without a plus may follow each other with only a space between. */
function split(found: string, country: string): string[] {
  const words = found.split(/\s+/);
  if (words.length === 1 || readPhoneNumber(found, country).ok) return [found];
  return words.every((word) => countDigits(word) >= 7) ? words : [found];
}
