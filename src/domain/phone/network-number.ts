import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { PhoneNumber, type SenderId } from '../ids.ts';
import { countryOf } from './phone-number.ts';
import { typedNumber } from './typed-number.ts';

/**
 * The number a network names as the phone that texted our sender. Meant is one with its country code, with or without
 * plus; networks also pass on what is dialled at home, which is then our sender's country. Undefined: it is no number.
 */
export function networkNumber(raw: string, to: SenderId): PhoneNumber | undefined {
  const text = raw.slice(0, 60).trim();
  if (!/^\+?[\d ().-]+$/.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^00/, '');
  const hasCode = text.startsWith('+') || text.startsWith('00');
  const home = !hasCode && isNational(digits, to) ? typedNumber(digits, countryOf(`+${to}`)) : undefined;
  return home?.kind === 'number' ? home.number : PhoneNumber.safeParse(`+${digits}`).data;
}

/** No country code begins with a zero; ten digits are North America's, unless they are a mobile somewhere else. */
function isNational(digits: string, to: SenderId): boolean {
  if (digits.startsWith('0')) return countryOf(`+${to}`) !== '001';
  if (!/^1\d{10}$/.test(to) || !/^[2-9]\d{9}$/.test(digits)) return false;
  const abroad = parsePhoneNumberFromString(`+${digits}`);
  return !abroad?.isValid() || abroad.getType()?.includes('MOBILE') !== true;
}
