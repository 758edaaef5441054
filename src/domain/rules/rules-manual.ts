import { houseRules, readHouseCaps, readHouseHours } from './house.ts';
import { countryOf, placeInWords } from './places.ts';
import type { Rule } from './rule.ts';
import { basisInWords, ruleInWords, timeInWords } from './rule-words.ts';

const head = `# The rules

These are the rules we know, with their source and date. **They are not legal advice**; check them for your case. Nobody who
practises law has looked at any of them. You answer for how you use this program.

Of several rules that apply the strictest wins, and a country that does not stand here is blocked: nobody there is texted
before an admin has added a rule. A rule that becomes stricter applies at once; one that becomes looser loosens no campaign that was
approved before. Times are those of the place where the person is. What is not settled is said below each table. A rule
whose source was read more than twelve months ago is shown as stale. Written by \`npm run rules\` from \`src/domain/rules/records/\`; do not
edit.
`;

const houseHead = `## The house

Hours and caps of our own, wherever nobody has changed them by \`HOUSE_HOURS\`, \`HOUSE_CAPS\` or \`RULES_FILE\`; in other countries than
the United States the hours are those of France, each with the holidays of the country, a holiday of any part of it included.
`;

/** The text of `docs/rules.md`. */
export function rulesManual(rules: readonly Rule[]): string {
  const usual = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };
  const places = [...Map.groupBy(rules, ({ place }) => place)].sort(([one], [other]) => byName(one, other));
  const sections = places.map(([place, rules]) => `## ${title(place)}\n\n${tableOf(rules)}`);
  const house = `${houseHead}\n${tableOf(houseRules(usual, ['FR', 'US']))}`;
  return [head, house, ...sections].join('\n');
}

/** States stand behind their country. */
function byName(one: string, other: string): number {
  const name = (place: string) => `${placeInWords(countryOf(place))} ${place.length > 2 ? placeInWords(place) : ''}`;
  return name(one).localeCompare(name(other), 'en');
}

function title(place: string): string {
  const country = place.length > 2 ? `${placeInWords(countryOf(place))}: ` : '';
  return `${country}${placeInWords(place)} (${place})`;
}

function tableOf(rules: readonly Rule[]): string {
  const lines = rules.map((rule) => {
    const { title, url, readOn } = rule.source;
    const source = url ? `[${title}](${url})` : title;
    const cells = [`\`${rule.id}\``, ruleInWords(rule), timeInWords(rule), basisInWords(rule), source, readOn];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const doubts = rules.flatMap(({ id, doubt }) => (doubt ? [`- Not settled, \`${id}\`: ${doubt}`] : []));
  const table = ['| rule | says | in force | basis | source | read on |', '|---|---|---|---|---|---|', ...lines];
  return `${[...table, ...(doubts.length > 0 ? ['', ...doubts] : [])].join('\n')}\n`;
}
