import { withoutEnd } from '../plain-text.ts';

/** A number without the differences between scripts, phones and spreadsheets: plain digits, hyphens and spaces. */
export function tidyNumber(raw: string): string {
  const plain = plainDigits(raw.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc\u2043\u00b7\u2022_~]/gu, '-')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[\s\u2800\u3164]+/g, ' ')
    .trim()
    .replace(/^['"=`’]+/, '');
  return withoutEnd(plain, /['"’]/).trim();
}

/** Every script's digits as 0 to 9: each script has its ten in a row, zero first. */
export function plainDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 0)));
}

export function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
