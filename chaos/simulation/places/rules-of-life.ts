import { readFileSync } from 'node:fs';
import { openRulesFile, openRulesForAnyText } from '../../../playground/open-rules.ts';
import { readHouseCaps, readHouseHours } from '../../../src/domain/rules/house.ts';
import { noOperatorRules, type OperatorRules, readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import type { Rule } from '../../../src/domain/rules/rule.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createRules, type Rules } from '../../../src/services/rules.ts';

/**
 * What the program of a world is given, and what must be kept there, without overrides: `opens` where somebody has entered
 * that every country may be texted, whether a rule of it is known or not.
 */
export type LifeRules = { name: string; rules: Rules; kept: readonly Rule[]; opens: boolean };

/** Every hour everywhere, as in worlds that are about something else. */
export function openLife(): LifeRules {
  return { name: 'open', rules: openRulesForAnyText(), kept: [], opens: true };
}

const names = ['real', 'own caps', 'own hours', 'law alone'] as const;
export type LifeName = (typeof names)[number];
export const lifeNames: readonly LifeName[] = names;

const known = new Map<LifeName, LifeRules>();

/** Made once of each kind: worlds are built by the thousand. */
export function lifeOf(name: LifeName): LifeRules {
  const life = known.get(name) ?? makers[name]();
  known.set(name, life);
  return life;
}

const makers: Record<LifeName, () => LifeRules> = {
  real: () => realLife('real', '1/24h, 3/7d'),
  'law alone': () => realLife('law alone', 'off because the law’s are under test'),
  'own caps': () => ownLife('own caps', '1/1h, 2/5h', []),
  'own hours': () =>
    ownLife('own hours', '2/6h, 3/2d', [
      hours('US', 'Mon-Sat 10:00-19:00'),
      hours('US-FL', 'Mon-Fri 09:30-12:00, Mon-Fri 14:00-18:00'),
      hours('FR', 'Mon-Fri 08:30-20:00', 'FR'),
      hours('GB', 'Mon-Sat 08:00-21:00'),
      hours('BR', 'Tue-Thu 22:00-24:00, Wed-Fri 00:00-02:00'),
      { ...own('DE'), says: { kind: 'cap', max: 1, perHours: 12 } },
      { ...own('JM'), says: { kind: 'blocked', because: 'Nobody agreed there.' } },
    ]),
};

function realLife(name: LifeName, caps: string): LifeRules {
  const house = { hours: readHouseHours('on'), caps: readHouseCaps(caps) };
  return life(name, house, { operator: noOperatorRules, keeps: () => true, opens: false });
}

/** All that is known is lifted, but for caps; what the operator and the house ask stays. */
function ownLife(name: LifeName, caps: string, rules: readonly object[]): LifeRules {
  const { overrides } = JSON.parse(readFileSync(openRulesFile, 'utf8'));
  const lifted = overrides.filter((one: Record<string, unknown>) => one['instead of'] !== '*/cap');
  const operator = readRulesFile(JSON.stringify({ overrides: lifted, rules }), new Date('2026-03-01'));
  const keeps = ({ id, says }: Rule) => says.kind === 'cap' || id.startsWith('operator/');
  return life(name, { hours: {}, caps: readHouseCaps(caps) }, { operator, keeps, opens: true });
}

/** The texts of these worlds go to everybody in the same words, from a name: what places want of a text is no concern here. */
const ofTexts: readonly Rule['says']['kind'][] = ['opt_out_text', 'sender_named', 'sender'];

function life(
  name: LifeName,
  house: Parameters<typeof rulesInForce>[1],
  { operator, keeps, opens }: { operator: OperatorRules; keeps: (rule: Rule) => boolean; opens: boolean },
): LifeRules {
  const book = rulesInForce(knownRules, house, operator);
  const rules = book.rules.filter(({ says }) => !ofTexts.includes(says.kind));
  return { name, rules: createRules({ ...book, rules }), kept: rules.filter(keeps), opens };
}

function own(place: string) {
  return { place, because: 'A choice of ours.', by: 'Ada', from: '2026-01-01', until: '2030-01-01' };
}

function hours(place: string, windows: string, ...closedOn: string[]): object {
  return { ...own(place), says: { kind: 'hours', windows, ...(closedOn.length > 0 && { closedOn }) } };
}
