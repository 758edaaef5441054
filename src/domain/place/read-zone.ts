import { lazily } from '../lazily.ts';
import { plainWords } from './plain-words.ts';
import { readRows } from './tables/table.ts';
import { zoneWords } from './tables/zone-words.ts';
import { zoneNamed } from './zones.ts';

/**
 * The zones that a cell may mean: "America/New_York", "EST", "Eastern Time (US & Canada)", "(GMT-05:00) Eastern Standard
 * Time (America/New_York)", "Berlin". Of several that one name means, those of the person's country count. Undefined for
 * what is no zone, and for what says only how far it is from Greenwich: many zones are that far from it for half a year.
 */
export function readZone(text: string): readonly string[] | undefined {
  const named = iana.exec(text)?.[0];
  const zone = named && zoneNamed(named);
  if (zone) return [zone];
  if (text.includes('?')) return undefined;
  const bare = text.replace(/^\s*[([]?(?:GMT|UTC)\s?[+\-−–]\s?\d{1,2}(?::?\d\d)?[)\]]?\s*/i, '');
  return inWords(bare) ?? inParts(bare);
}

const iana =
  /\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|US|Canada|Mexico|Brazil|Chile)\/[A-Za-z_+-]+(?:\/[A-Za-z_+-]+)?/i;

function inWords(text: string): readonly string[] | undefined {
  const plain = plainWords(text);
  return words.get(plain) ?? words.get(withoutFiller(plain)) ?? byCity().get(plain);
}

/** "EST/EDT", "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": the names of one zone. */
function inParts(text: string): readonly string[] | undefined {
  const parts = text.split(/[,;/&()]/).filter((part) => /\p{L}/u.test(part));
  const found = parts.flatMap((part) => inWords(part) ?? []);
  const isNamed = parts.length > 1 && parts.filter((part) => inWords(part)).length * 2 > parts.length;
  return isNamed ? [...new Set(found)].sort() : undefined;
}

function withoutFiller(plain: string): string {
  return plain
    .replace(/\b(?:time ?zone|time|standard|daylight|summer|savings?|us (?:and )?canada|us|usa)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const words: ReadonlyMap<string, readonly string[]> = new Map(
  readRows(zoneWords, '\n').flatMap((row) => {
    const [zones = '', names = ''] = row.split(': ');
    return names.split('|').map((name) => [name, zones.split(' ').sort()] as const);
  }),
);

/** The cities that zones are called after, as Rails and Windows list them. */
const byCity = lazily(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(
      Intl.supportedValuesOf('timeZone')
        .filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'))
        .map((zone) => [plainWords(zone.split('/').at(-1) ?? ''), [zoneNamed(zone) ?? zone]] as const),
    ),
);
