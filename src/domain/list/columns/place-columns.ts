import { isNoValue } from '../cells/no-value.ts';
import { wordsOf } from './meaning.ts';

/** Columns that tell where a row's number is from, by their indexes. */
export type PlaceColumns = {
  /** The country of the person, or of the number. */
  countries: readonly number[];
  /** The country of an address, where the number may not be from. */
  addressCountries: readonly number[];
  callingCode: number | null;
  areaCode: number | null;
};

/**
 * Finds them by their titles and by what stands below. One odd cell makes no column another one: its row is refused. Nor
 * does a column that is empty at first: people of the usual country often have nothing there.
 */
export function placeColumns(titles: readonly string[], rows: readonly (readonly string[])[]): PlaceColumns {
  const columns = (title: RegExp, isValue: (cell: string) => boolean): number[] =>
    titles.flatMap((name, index) => {
      if (!title.test(wordsOf(name).join(' '))) return [];
      const cells = rows.map((row) => row[index] ?? '').filter((cell) => !isNoValue(cell));
      return cells.filter((cell) => isValue(cell.trim())).length * 2 >= cells.length ? [index] : [];
    });
  const onlyOf = ([first, second]: readonly number[]) => (second === undefined ? (first ?? null) : null);
  return {
    countries: columns(countryTitle, isCountry),
    addressCountries: columns(addressCountryTitle, isCountry),
    callingCode: onlyOf(columns(callingCodeTitle, isCallingCode)),
    areaCode: onlyOf(columns(areaCodeTitle, (cell) => /^\(?0?\d{2,5}\)?$/.test(cell))),
  };
}

function isCountry(cell: string): boolean {
  return /\p{L}{2}/u.test(cell);
}

function isCallingCode(cell: string): boolean {
  return /^(\+|00)?[1-9]\d{0,3}$/.test(cell.replace(/[\s()-]/g, ''));
}

const countryTitle =
  /^(phone |mobile )?(country|country region|country code|country iso|iso country|nation|land|landeskennung|laenderkurzel|landerkurzel|pays|pais|paese|kraj|maa|ulke|strana|country name|страна|国|国家|국가|국)$/;
const addressCountryTitle =
  /^((address|mailing|billing|shipping|delivery|postal|home|business|work|other|permanent|residence|residential|customer|contact|person|primary|main|default)( \d)? ){1,3}(country|country region|country code|country name|pays|pais|paese|land)$/;
const callingCodeTitle =
  /^((phone |mobile |tel )?(country|dial|dialling|dialing|calling|international|intl|isd|phone|mobile) (calling |dialing |dial )?(code|prefix)|country code( phone| mobile)?|landesvorwahl|landervorwahl|laendervorwahl|landervorwahlen|indicatif( pays| international)?|prefijo( pais| internacional)?|codigo( de)? pais|codigo do pais|ddi|prefisso( internazionale)?|landnummer|kierunkowy)$/;
const areaCodeTitle =
  /^(phone |mobile )?(area code|areacode|area|vorwahl|ortsvorwahl|std code|std|ddd|lada|codigo de area|indicatif regional|npa)$/;
