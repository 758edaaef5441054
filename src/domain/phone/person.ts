import parsePhoneNumberFromString from 'libphonenumber-js/max';
import type { z } from 'zod';
import type { PhoneNumber } from '../ids.ts';

/** Tells who is the same person. It may be no real number: compare it, never dial or store it. */
export type PersonKey = string & z.core.$brand<'PersonKey'>;

/**
 * One key for all spellings of one number with its calling code by networks, lists and people, and different keys for
 * different people: only what is certain of a numbering plan counts as a spelling. Fast: asked for every row.
 */
export function personKey(number: PhoneNumber): PersonKey {
  return (doubtful.test(number) ? keyOf(number) : number) as string as PersonKey;
}

/** A calling code and a zero after it. Written out, because only this way a number tells where its calling code ends. */
const trunkZero =
  /^(\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[789]|8[035-9]|9[679])\d))0/;

/**
 * Every number with another spelling begins like this: Mexico, Argentina, Brazil, Benin, Palestine, and a trunk prefix
 * (1, 8 or 0) left after the calling code. All others are their own key.
 */
const doubtful = new RegExp(`^\\+(?:5[245]|229|972|11|78|3708|3758|9938)|${trunkZero.source}`);

function keyOf(number: string): string {
  return otherSpelling(number) ?? withoutTrunkPrefix(number);
}

function otherSpelling(number: string): string | undefined {
  const [spelling, key] = spellings[number.slice(1, 3)] ?? [];
  return spelling?.test(number) ? number.replace(spelling, key ?? '') : undefined;
}

/** Second spellings of whole countries, by two digits. The number without the extra digit is nobody else's there. */
const spellings: Record<string, readonly [RegExp, string] | undefined> = {
  // Mexico: a 1 before mobiles until 2019, which networks still write; before that 01, 044 and 045 were dialled.
  52: [/^\+52(?:1|01|044|045)(\d{10})$/, '+52$1'],
  // Argentina: a 9 before mobiles called from abroad, left out by networks at home.
  54: [/^\+549(\d{10})$/, '+54$1'],
  // Brazil: mobiles got a 9 before their eight digits. Those began with 6 to 9, landlines begin with 2 to 5.
  55: [/^\+55([1-9][1-9])9([6-9]\d{7})$/, '+55$1$2'],
  // Benin: 01 before all eight-digit numbers, since 30 November 2024.
  22: [/^\+22901(\d{8})$/, '+229$1'],
  // Gabon: a zero before all eight-digit numbers at home; former numbers had eight digits including it.
  24: [/^\+2410(\d{8})$/, '+241$1'],
  // Palestine's mobiles are also reached under Israel's calling code, where only they have 56 and 59.
  97: [/^\+972(5[69]\d{7})$/, '+970$1'],
};

/** Numbers here really begin with a zero: it stays, also in numbers unknown to the tables. */
const zeroIsReal = /^\+(?:39|37[89]|22[5-79]|24[127]|250|992)/;

function withoutTrunkPrefix(number: string): string {
  const bare = inFull(number);
  return bare === number ? number : (otherSpelling(bare) ?? bare);
}

function inFull(number: string): string {
  if (/^\+(?:11|78)\d{10}$/.test(number)) return number.slice(0, 2) + number.slice(3);
  // Argentina: 15 stands between area code and number of mobiles called at home, perhaps after a trunk zero.
  if (/^\+549?0?\d{12}$/.test(number)) return dialledAtHome(`+54${number.slice(-12)}`) ?? number;
  if (zeroIsReal.test(number)) return number;
  if (/^\+(?:3708|3758|9938)/.test(number)) return dialledAtHome(number) ?? number;
  return trunkZero.test(number) ? (dialledAtHome(number) ?? number.replace(trunkZero, '$1')) : number;
}

/** Read by the country's own rules, if the result is a number that its plan knows. */
function dialledAtHome(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.isValid() ? parsed.number : undefined;
}
