import { wordsOf } from '../list/columns/meaning.ts';
import type { PlaceColumn, PlaceColumns } from './whereabouts.ts';

/** Which columns say where a person is, by their index; all of a kind, since a person may be at each. */
export type PlaceColumnsOf = Readonly<Record<PlaceColumn, readonly number[]>>;

/** Finds them by their headings, as titles ("Mailing State/Province") or as the list's names (`mailing_state_province`). */
export function placeColumnsOf(columnNames: readonly string[]): PlaceColumnsOf {
  const titles = columnNames.map(plainTitle);
  const of = (heading: RegExp) => titles.flatMap((title, index) => (heading.test(title) ? [index] : []));
  const zips = of(headings.zip);
  // Voter files have the four digits behind the code in a column of their own; read as a code they are another place.
  const wholes = zips.filter((index) => !isPlusFour.test(titleOf(columnNames[index]!)));
  const zip = wholes.length > 0 ? wholes : zips;
  // "St" beside a ZIP Code is a state; alone it may be a street.
  const short = zip.length > 0 ? titles.flatMap((title, index) => (title === 'st' ? [index] : [])) : [];
  return {
    zone: of(headings.zone),
    state: [...of(headings.state), ...short].sort((a, b) => a - b),
    country: of(headings.country),
    zip,
  };
}

/** What those columns say in this row, for `whereaboutsOf`. */
export function placesIn(row: readonly string[], columns: PlaceColumnsOf): PlaceColumns {
  return {
    zone: cells(row, columns.zone),
    state: cells(row, columns.state),
    country: cells(row, columns.country),
    zip: cells(row, columns.zip),
  };
}

function cells(row: readonly string[], indexes: readonly number[]): string | readonly string[] | undefined {
  if (indexes.length < 2) return indexes[0] === undefined ? undefined : row[indexes[0]];
  return indexes.map((index) => row[index] ?? '');
}

/** Without whose or which address it is, and without its number: "Billing Address: State 2", "Address 1 - State" → "state". */
function plainTitle(name: string): string {
  return titleOf(name).replace(/ \d+$/, '').replace(asked, '$1').replace(address, '').replace(behind, '');
}

function titleOf(name: string): string {
  return wordsOf(name).join(' ').replace(glued, '$1 $2');
}

const isPlusFour = /(?:^| )(?:zip|plus)(?: plus)? ?4$/;

/** "What state do you live in?", "What is your ZIP code?" */
const asked =
  /^(?:(?:in )?(?:what|which) )(?:is )?(?:your )?(state|country|zip ?code|postal code|time ?zone)(?: (?:do|are) you (?:currently |now )?(?:live|living|located|reside|residing|based|in)(?: in)?)?$/;

/** "State of Residence", "State (Mailing)", "State (US)", and `State__c`, which is somebody's own field. */
const behind = /(?<=\w) (?:of residence|of residency|residence|mailing|billing|shipping|home|us|usa|c)$/;

const glued =
  /^(mailing|billing|shipping|home|primary|contact|address|m|v)(state|province|zip|zip ?code|postal ?code|country)/;

const address =
  /^(?:(?:mail|mailing|billing|shipping|home|primary|secondary|permanent|current|default|residential|residence|legal|contact|customer|client|member|patient|guest|lead|person|personal|user|company|business|work|office|other|physical|street|ship to|bill to|deliver to|delivery|invoice|voter|registered|reg|resident|your|m|v|address \d+|address|addr|address line|adresse|liefer|rechnungs) )+(?=\w)/;

/** The whole of a heading. "Status", "state of order", "zip file", "estate" and "birth country" are others. */
const headings = {
  zone: /^(?:time ?zones?|tz|iana (?:time ?)?zone|time ?zone (?:name|id|iana|key|sid ?key)|timezonesidkey|tz (?:name|id)|tzname|local time ?zone|zeitzone|fuseau horaire|zona horaria|huso horario|fuso orario|fuso horario|tijdzone|strefa czasowa|tidszon)$/,
  state:
    /^(?:us )?(?:states?|provinces?|prov|state prov|province territory|region state|state cd|uf|estado uf|estado provincia|state ?(?:or )?province(?: ?region)?|states? (?:and |or )?(?:territory|territories|region)|province state|region|state (?:code|abbr|abbreviation|abbrev|name|iso)|state ?code|province (?:code|name)|province ?code|region code|county state|bundesland|provincia|provincia estado|estado|etat|stato)$/,
  country:
    /^(?:country|country (?:region|code|name|iso|iso code|iso 2|iso 3|code iso|of residence|alpha 2)|country ?code|country ?name|iso country(?: code)?|nation|land|landercode|laendercode|landeskennung|pays|pais|paese|kraj|maa|ulke)$/,
  zip: /^(?:us )?(?:zip|zips|zip ?codes?|zip (?:4|five|5)|zip plus 4|zip plus|zip ?code (?:5|five) digits?|zip post code|postal zip code|post ?code zip(?: code)?|cod postal|zip ?(?:or )?postal(?: ?code)?|zip code postal code|zip post ?code|postal|postal ?codes?|postal (?:zip|code zip)|post ?codes?|plz|postleitzahl|code postal|codigo postal|cp|cep|postnummer|kod pocztowy)$/,
};
