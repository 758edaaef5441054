/**
 * People whose number lists and networks write in two ways. On purpose written a second time: the program's own notion
 * of one person is under test. The prefixes of each have equally many digits.
 */
const countries = [
  { listed: '+1201', network: '+1201', first: 2_000_000 },
  { listed: '+5255', network: '+52155', first: 20_000_000 },
  { listed: '+54911', network: '+5411', first: 20_000_000 },
  { listed: '+55119', network: '+5511', first: 70_000_000 },
] as const;

/** The number of a person as lists have it, from four countries in turn. */
export function listedNumber(no: number): string {
  const { listed, first } = countries[no % countries.length]!;
  return `${listed}${first + no}`;
}

/** The same as the phone's network writes it. */
export function networkNumber(listed: string): string {
  const country = countries.find((one) => hasForm(listed, one.listed, one.first));
  return country ? `${country.network}${listed.slice(country.listed.length)}` : listed;
}

/** The listed number of the person with this one, under either spelling, with or without its plus. */
export function ownerOf(number: string): string {
  const full = `+${number.replace('+', '')}`;
  const country = countries.find((one) => hasForm(full, one.network, one.first));
  return country ? `${country.listed}${full.slice(country.network.length)}` : full;
}

function hasForm(number: string, prefix: string, first: number): boolean {
  return number.startsWith(prefix) && number.length === prefix.length + String(first).length;
}
