import type { NotAPhone } from './phone-number.ts';

const words: Record<NotAPhone, string> = {
  empty: 'there is no phone number',
  not_a_number: 'this is not a phone number',
  too_short: 'the number is too short',
  too_long: 'the number is too long',
  impossible: 'no such number exists',
  unknown_area: 'the area code is not in our tables; if it is new, write +1 before it',
  other_country: 'it is a number of another country; write it with + and the country code',
  abroad: 'it begins like a call abroad; write + and the country code instead',
  two_ways: 'it can be a number at home or abroad; write it with + and the country code',
  no_code: 'the country code is missing after the +',
  ninth_digit: 'a mobile number in Brazil needs a 9 after the area code',
  extension: 'it has an extension, so it is a desk phone that cannot get texts',
  landline: 'this is a landline or service number, which cannot get texts',
  service: 'this is a landline or service number, which cannot get texts',
  premium: 'this is a premium-rate number',
  shared_cost: 'this is a shared-cost number, which cannot get texts',
  personal: 'this is a number that is forwarded at a high price',
  satellite: 'this is a number of a satellite or international network, where a text costs many times as much',
  short_code: 'this is a short code or an incomplete number',
  rounded: 'a spreadsheet rounded it; format the column as text and export it again',
  several: 'the cell has several numbers; keep the one to text',
  beside_text: 'there is text beside the number',
};

/** Why a number was refused, as a part of a sentence. */
export function reasonInWords(reason: NotAPhone): string {
  return words[reason];
}
