import { CampaignError, type FormField } from '../campaign-error.ts';
import { readPhoneNumber } from '../phone/phone-number.ts';
import { columnName, columnNames } from './column-names.ts';
import { countDigits, looseNumbers } from './loose-numbers.ts';

/** `table`: one person per row, their number in the column `phone`. `loose`: numbers anywhere, with or without a name. */
export type Layout =
  | { kind: 'table'; hasHeader: boolean; names: string[]; phone: number }
  | { kind: 'loose'; hasHeader: boolean; named: boolean };

export const mostColumns = 64;

/** Decides from a list's first rows how to read all of it. */
export function decideLayout(rows: readonly (readonly string[])[], country: string, field: FormField): Layout {
  const isNumber = (cell: string) => readPhoneNumber(cell, country).ok;
  const hasHeader = looksLikeHeader(rows, isNumber);
  const data = hasHeader ? rows.slice(1) : rows;
  const used = Math.max(...rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1));
  const width = hasHeader ? Math.min(used, rows[0]?.length ?? 0) : used;
  const cells = data.flat().filter((cell) => cell.trim() !== '');

  const isNumbersOnly =
    !hasHeader &&
    cells.every((cell) => {
      const { numbers, rest } = looseNumbers(cell, country);
      return rest === '' && numbers.length > 0 && numbers.every(isNumber);
    });
  if (isNumbersOnly || (width === 1 && !(hasHeader && cells.some(isNumber)))) {
    const named = cells.some((cell) => {
      const { numbers, rest } = looseNumbers(cell, country);
      return numbers.length === 1 && rest !== '';
    });
    return { kind: 'loose', hasHeader, named };
  }
  if (width > mostColumns) throw tooManyColumns(width, field);
  const header = hasHeader ? (rows[0] ?? []) : [];
  const names = columnNames(Array.from({ length: width }, (_, index) => header[index] ?? ''));
  const numbersIn = names.map((_, index) => data.filter((row) => isNumber(row[index] ?? '')).length);
  return { kind: 'table', hasHeader, names, phone: phoneColumn(header, numbersIn, field) };
}

function looksLikeHeader(rows: readonly (readonly string[])[], isNumber: (cell: string) => boolean): boolean {
  const [first = [], ...others] = rows;
  if (first.some(isNumber)) return false;
  if (first.some((cell) => phoneWord(cell) !== undefined && countDigits(cell) < 5)) return true;
  return (
    first.every((cell) => countDigits(cell) < 5) && others.some((row) => row.some((cell) => countDigits(cell) >= 5))
  );
}

function tooManyColumns(width: number, field: FormField): CampaignError {
  const sentence = `The list has ${width} columns; ${mostColumns} are possible. Delete those the message does not need.`;
  return new CampaignError('too_many_columns', sentence, field);
}

/** By its name, if numbers stand in it; else the column with the most numbers. */
function phoneColumn(header: readonly string[], numbersIn: readonly number[], field: FormField): number {
  const most = Math.max(...numbersIn);
  const named = header
    .map((cell, index) => ({ index, word: phoneWord(cell), count: numbersIn[index] ?? 0 }))
    .filter(({ word, count }) => word && (count > 0 || most === 0) && (word.isSure || count >= most))
    .sort((a, b) => b.count - a.count || (a.word?.rank ?? 0) - (b.word?.rank ?? 0));
  if (named[0]) return named[0].index;
  if (most > 0) return numbersIn.indexOf(most);
  throw new CampaignError(
    'no_phone_column',
    'No column of phone numbers was found. Name it “phone” in the first row, and write numbers like +12015550123.',
    field,
  );
}

/** Sure words name a phone's column on their own; the others only when most numbers stand under them. */
const sureWords =
  'mobile mobil movil handy handynummer mobilnummer mobiltelefon mobilephone cell cellphone cellular celular cellulare portable gsm msisdn sms whatsapp phone phones phonenumber phoneno telephone telefon telefonnummer telefono telefone telefoon tel telnr rufnummer puhelin telefonszam телефон 電話 电话 手机 전화'.split(
    ' ',
  );
const otherWords = 'number numbers nummer numero num nr no to recipient contact kontakt contacto destination'.split(
  ' ',
);

function phoneWord(cell: string): { rank: number; isSure: boolean } | undefined {
  if (cell.length > 60) return undefined;
  const words = columnName(cell).split('_');
  const sure = sureWords.findIndex((word) => words.includes(word));
  if (sure >= 0) return { rank: sure, isSure: true };
  const other = otherWords.findIndex((word) => words.includes(word));
  return other < 0 ? undefined : { rank: sureWords.length + other, isSure: false };
}
