import parsePhoneNumberFromString from 'libphonenumber-js/max';
import type { z } from 'zod';
import type { PhoneNumber } from '../ids.ts';

/** Says who is the same person. Looks like a number but may be none: it is compared, never dialled and never stored. */
export type PersonKey = string & z.core.$brand<'PersonKey'>;

/**
 * One key for all the ways in which networks, lists and people write one number with its calling code. Different keys
 * for different people: only what is certain of a numbering plan counts as a spelling. Fast: asked for every row.
 */
export function personKey(number: PhoneNumber): PersonKey {
  return (doubtful.test(number) ? keyOf(number) : number) as string as PersonKey;
}

/** A calling code and a zero after it. Written out, for only so a number says where its calling code ends. */
const trunkZero =
  /^(\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[789]|8[035-9]|9[679])\d))0/;

/**
 * All that can have another spelling begins like this; everything else is its own key. Mexico, Argentina, Brazil, Benin,
 * Palestine; a trunk prefix (1, 8 or 0) that was left in place after the calling code.
 */
const doubtful = new RegExp(`^\\+(?:5[245]|229|972|11|78|3708|3758|9938)|${trunkZero.source}`);

function keyOf(number: string): string {
  return otherSpelling(number) ?? withoutTrunkPrefix(number);
}

function otherSpelling(number: string): string | undefined {
  const [spelling, key] = spellings[number.slice(1, 3)] ?? [];
  return spelling?.test(number) ? number.replace(spelling, key ?? '') : undefined;
}

/** Second spellings of whole countries, by two digits. What is left when a digit goes is nobody else's number there. */
const spellings: Record<string, readonly [RegExp, string] | undefined> = {
  // Mexico: a 1 before mobiles until 2019, which networks still write; 01, 044 and 045 were dialled before that.
  52: [/^\+52(?:1|01|044|045)(\d{10})$/, '+52$1'],
  // Argentina: a 9 before mobiles that are called from abroad, left out by networks at home.
  54: [/^\+549(\d{10})$/, '+54$1'],
  // Brazil: mobiles got a 9 before their eight digits. Those began with 6 to 9, landlines begin with 2 to 5.
  55: [/^\+55([1-9][1-9])9([6-9]\d{7})$/, '+55$1$2'],
  // Benin: 01 before all eight-digit numbers, since 30 November 2024.
  22: [/^\+22901(\d{8})$/, '+229$1'],
  // Gabon: a zero before all eight-digit numbers at home; former numbers had eight digits with it.
  24: [/^\+2410(\d{8})$/, '+241$1'],
  // Palestine's mobiles are reached under Israel's calling code too, where 56 and 59 are theirs alone.
  97: [/^\+972(5[69]\d{7})$/, '+970$1'],
};

/** Where numbers really begin with a zero: it stays, also in numbers that the tables do not know yet. */
const zeroIsReal = /^\+(?:39|37[89]|22[5-79]|24[127]|250|992)/;

function withoutTrunkPrefix(number: string): string {
  const bare = inFull(number);
  return bare === number ? number : (otherSpelling(bare) ?? bare);
}

function inFull(number: string): string {
  if (/^\+(?:11|78)\d{10}$/.test(number)) return number.slice(0, 2) + number.slice(3);
  // Argentina: 15 stands between area code and number of mobiles that are called at home, perhaps after a trunk zero.
  if (/^\+549?0?\d{12}$/.test(number)) return dialledAtHome(`+54${number.slice(-12)}`) ?? number;
  if (zeroIsReal.test(number)) return number;
  if (/^\+(?:3708|3758|9938)/.test(number)) return dialledAtHome(number) ?? number;
  return trunkZero.test(number) ? (dialledAtHome(number) ?? number.replace(trunkZero, '$1')) : number;
}

/** By the country's own rules, when a number comes out that its plan knows. */
function dialledAtHome(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.isValid() ? parsed.number : undefined;
}
