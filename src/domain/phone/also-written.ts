import { PhoneNumber } from '../ids.ts';

/** The other common spelling of this number by networks or lists, if there is one (see `personKey`). */
export function alsoWritten(number: PhoneNumber): PhoneNumber | undefined {
  for (const [spelling, other] of common) {
    if (spelling.test(number)) return PhoneNumber.parse(number.replace(spelling, other));
  }
  return undefined;
}

const common: readonly (readonly [RegExp, string])[] = [
  [/^\+521(\d{10})$/, '+52$1'],
  [/^\+52(\d{10})$/, '+521$1'],
  [/^\+549(\d{10})$/, '+54$1'],
  [/^\+54(\d{10})$/, '+549$1'],
  [/^\+55([1-9][1-9])9([6-9]\d{7})$/, '+55$1$2'],
  [/^\+55([1-9][1-9])([6-9]\d{7})$/, '+55$19$2'],
  [/^\+22901(\d{8})$/, '+229$1'],
  [/^\+229(\d{8})$/, '+22901$1'],
  [/^\+972(5[69]\d{7})$/, '+970$1'],
  [/^\+970(5[69]\d{7})$/, '+972$1'],
];
