import { readCountry } from '../list/cells/country-names.ts';
import { readRows } from './tables/table.ts';
import { threeLetters } from './tables/three-letters.ts';
import { zonesOfCountry } from './zones.ts';

/** "Deutschland", "USA", "UK", "AUS" → ISO 3166-1 of a country that has numbers. */
export function readCountryName(text: string): string | undefined {
  const country = readCountry(text) ?? byThreeLetters.get(text.trim().toUpperCase());
  return country && zonesOfCountry(country).length > 0 ? country : undefined;
}

/** "+49", "1": a country's column may hold calling codes, which say no more than the number does. */
export function isCallingCode(text: string): boolean {
  return /^(?:\+|00)?\s?\d{1,4}(?:[\s-]\d{3})?$/.test(text.trim());
}

const byThreeLetters: ReadonlyMap<string, string> = new Map(
  readRows(threeLetters, ';').map((row) => row.split(' ') as [string, string]),
);
