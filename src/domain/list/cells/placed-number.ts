import metadata from 'libphonenumber-js/max/metadata';
import { reasonInWords } from '../../phone/reasons.ts';
import { countDigits } from '../../phone/tidy.ts';
import type { PlaceColumns } from '../columns/place-columns.ts';
import { clean } from './cell.ts';
import { readCountry } from './country-names.ts';
import { isNoValue } from './no-value.ts';
import { type NumberCell, readNumberCell } from './number-cell.ts';

/** May a row tell where its number is from? */
export function tellsCountry({ countries, addressCountries, callingCode }: PlaceColumns): boolean {
  return countries.length > 0 || addressCountries.length > 0 || callingCode !== null;
}

/** Reads a number with the country, the calling code or the area code from other columns of the row. */
export function readPlaced(raw: string, row: readonly string[], columns: PlaceColumns, home: string): NumberCell {
  const cell = (index: number | null) => (index === null ? '' : clean(row[index] ?? ''));
  if (/^\W{0,2}\+/.test(raw)) return readNumberCell(raw, home);
  const code = cell(columns.callingCode).replace(/\D/g, '').replace(/^0+/, '');
  const area = cell(columns.areaCode).replace(/\D/g, '');
  const local = area !== '' && countDigits(raw) <= 8 ? `${area} ${raw}` : raw;
  if (code !== '') {
    const read = readNumberCell(`+${code} ${local}`, home);
    if (read.ok) return read;
    const country = mainCountry(code, home);
    return country ? readNumberCell(local, country) : unknownCountry(code);
  }
  const told = valuesIn(row, columns.countries);
  if (told.length > 0) return readIn(told, local);
  const ofAddress = valuesIn(row, columns.addressCountries).flatMap((value) => readCountry(value) ?? []);
  return readByAddress(new Set(ofAddress), local, home);
}

function valuesIn(row: readonly string[], columns: readonly number[]): string[] {
  return columns.map((index) => clean(row[index] ?? '')).filter((value) => !isNoValue(value));
}

/** Reads it as of the country that the row names, whose plain numbers say nothing of the list's. */
function readIn(told: readonly string[], local: string): NumberCell {
  const countries = new Set(told.flatMap((value) => readCountry(value) ?? []));
  const reads = [...countries].map((country) => readNumberCell(local, country));
  const [first] = reads;
  if (!first) return unknownCountry(told[0] ?? '');
  if (numbersOf(reads).size > 1) {
    const named = told.map((value) => `“${value.slice(0, 30)}”`).join(' and ');
    return refused(`its row names several countries: ${named}`);
  }
  return { ...(reads.find(({ ok }) => ok) ?? first), isPlain: false };
}

/** Who lives abroad may have a number from there or from home: what is good in both is nobody's for sure. */
function readByAddress(countries: ReadonlySet<string>, local: string, home: string): NumberCell {
  const atHome = readNumberCell(local, home);
  if ([...countries].every((country) => country === home)) return atHome;
  const reads = [atHome, ...[...countries].map((country) => readNumberCell(local, country))];
  const numbers = numbersOf(reads);
  if (numbers.size > 1) return refused(reasonInWords('two_ways'));
  const good = reads.find(({ ok }) => ok);
  return good ? { ...good, isPlain: good === atHome && good.isPlain } : { ...atHome, isPlain: false };
}

function numbersOf(reads: readonly NumberCell[]): Set<string> {
  return new Set(reads.flatMap((read) => (read.ok ? read.number : [])));
}

function unknownCountry(told: string): NumberCell {
  return refused(`the country “${told.slice(0, 30)}” is not known`);
}

function refused(reason: string): NumberCell {
  return { ok: false, reason, isPlain: false };
}

/** Of the countries that share a calling code, home if it is one of them, else the largest; undefined: none has it. */
function mainCountry(code: string, home: string): string | undefined {
  const sharing: readonly string[] = (metadata.country_calling_codes as Record<string, readonly string[]>)[code] ?? [];
  return sharing.includes(home) ? home : sharing[0];
}
