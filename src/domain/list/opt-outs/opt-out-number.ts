import type { PhoneNumber } from '../../ids.ts';
import { recognisedMobile } from '../../phone/mobile-pattern.ts';
import { formatPhoneNumber, readPhoneNumber } from '../../phone/phone-number.ts';
import { reasonInWords } from '../../phone/reasons.ts';
import { typedNumber } from '../../phone/typed-number.ts';
import { readNumberCell } from '../cells/number-cell.ts';

type OptOutNumber = { ok: true; number: PhoneNumber } | { ok: false; reason: string };

/**
 * Reads the number of somebody who wants no texts: landlines and former spellings count, and one that may be two is for a
 * person to decide. `home`: the country (ISO 3166) of numbers without a code; `reason`: a piece of a sentence.
 */
export function readOptOutNumber(cell: string, home: string): OptOutNumber {
  const known = cell.startsWith('+') ? recognisedMobile(cell, home) : undefined;
  if (known) return { ok: true, number: known.number as PhoneNumber };
  const typed = typedNumber(cell, home);
  if (typed.kind === 'number') {
    const again = readPhoneNumber(typed.number, home);
    const isCut = !again.ok && (again.reason === 'too_short' || again.reason === 'too_long');
    return isCut ? { ok: false, reason: reasonInWords(again.reason) } : { ok: true, number: typed.number };
  }
  if (typed.kind === 'unclear') {
    const [one, other] = typed.readings.map(formatPhoneNumber);
    return { ok: false, reason: `it could be ${one} or ${other}; write the one you mean with its +` };
  }
  const read = readNumberCell(cell, home);
  return read.ok ? { ok: true, number: read.number } : { ok: false, reason: read.reason };
}

/** Does the cell hold a number of somebody, or one that may be two? */
export function holdsNumber(cell: string, home: string): boolean {
  const digits = cell.replace(/\D/g, '').length;
  if (digits < 7 || digits > 17 || isDate.test(cell)) return false;
  const typed = typedNumber(cell, home);
  return typed.kind !== 'none' || readNumberCell(cell, home).ok;
}

const isDate = /^\s*(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})/;
