import metadata from 'libphonenumber-js/max/metadata';

type Pattern = { country: string; mobile: RegExp };

/**
 * The fast path for numbers in full that are clearly mobiles by their numbering plan: about ten times as fast as a full
 * reading, with the same result. Undefined: read it in full.
 */
export function recognisedMobile(raw: string, home: string): { number: string; country: string } | undefined {
  if (!/^[+(\d][\d ()-]{6,24}$/.test(raw)) return undefined;
  const number = withPlus(raw.replace(/[ ()-]/g, ''), home);
  if (!number) return undefined;
  for (let length = 1; length <= 3; length++) {
    const pattern = patternOf(number.slice(1, 1 + length));
    if (pattern)
      return pattern.mobile.test(number.slice(1 + length)) ? { number, country: pattern.country } : undefined;
  }
  return undefined;
}

/** From the form with a plus, or as dialled in its own country. */
function withPlus(digits: string, home: string): string | undefined {
  if (digits.startsWith('+')) return digits;
  const [callingCode, , , , , nationalPrefix, , otherPrefixes] = plans[home] ?? [];
  if (callingCode === '1') return /^1?\d{10}$/.test(digits) ? `+1${digits.slice(-10)}` : undefined;
  if (nationalPrefix !== '0' || otherPrefixes || !digits.startsWith('0')) return undefined;
  return `+${callingCode}${digits.slice(1)}`;
}

/** A numbering plan is a tuple: 0 calling code, 2 all numbers, 5 and 7 national prefix, 10 leading digits, 11 kinds of numbers. */
const plans: Record<string, unknown[] | undefined> = metadata.countries;
const countriesByCode: Record<string, readonly string[] | undefined> = metadata.country_calling_codes;
const patterns = new Map<string, Pattern | undefined>();

function patternOf(callingCode: string): Pattern | undefined {
  if (!patterns.has(callingCode)) patterns.set(callingCode, buildPattern(callingCode));
  return patterns.get(callingCode);
}

/** For the main country of a calling code: numbers of the others are read in full. */
function buildPattern(callingCode: string): Pattern | undefined {
  const country = countriesByCode[callingCode]?.[0];
  const plan = country ? plans[country] : undefined;
  if (!country || !plan || plan[10] || !Array.isArray(plan[11])) return undefined;

  const [landlines, mobiles]: unknown[] = plan[11];
  const [landline] = Array.isArray(landlines) ? landlines : [];
  const [mobile, lengths] = Array.isArray(mobiles) ? mobiles : [];
  // An empty pattern means the same as that of landlines.
  const pattern: unknown = mobile === '' ? landline : mobile;
  if (typeof pattern !== 'string' || pattern === '') return undefined;

  const ofLength = Array.isArray(lengths) ? `(?:${lengths.map((length) => `.{${length}}`).join('|')})` : '.*';
  const nationalPrefix = plan[7] || plan[5];
  const noPrefix = nationalPrefix ? `(?!${nationalPrefix})` : '';
  return { country, mobile: new RegExp(`^(?=(?:${plan[2]})$)(?=${ofLength}$)${noPrefix}(?:${pattern})$`) };
}
