import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readHouseCaps, readHouseHours, UnclearHouse } from './domain/rules/house.ts';
import { noOperatorRules, type OperatorRules, RulesFileError, readRulesFile } from './domain/rules/operator-rules.ts';
import { isMeant, readTarget } from './domain/rules/override.ts';
import { knownRules } from './domain/rules/records/index.ts';
import { opened } from './domain/rules/rule-book.ts';

const ofHouse = <T>(read: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof UnclearHouse)) throw error;
      context.addIssue(error.message);
      return z.NEVER;
    }
  });

/** HOUSE_HOURS and HOUSE_CAPS: see `domain/rules/house.ts`. */
export const HouseHoursSetting = ofHouse(readHouseHours).prefault('on');
export const HouseCapsSetting = ofHouse(readHouseCaps).prefault('1/24h, 3/7d');

/** RULES_FILE: the path of the operator's rules, of which every wrong entry is told. */
export const RulesFileSetting = z
  .string()
  .transform((path, context) => {
    try {
      if (existsSync(path)) {
        const rules = readRulesFile(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), new Date());
        for (const name of withoutRule(rules)) context.addIssue(nothingThere(name));
        return rules;
      }
      context.addIssue('there is no such file. Give the path of the file that holds your rules, or leave it out.');
    } catch (error) {
      if (!(error instanceof RulesFileError)) throw error;
      for (const problem of error.problems) context.addIssue(problem);
    }
    return z.NEVER;
  })
  .optional()
  .transform((rules) => rules ?? noOperatorRules);

/** What an override stands in for and no rule has: a stricter one would keep nobody from being texted. */
function withoutRule({ overrides }: OperatorRules): string[] {
  const isOfSomething = (override: OperatorRules['overrides'][number]): boolean => {
    if (opened(override).length > 0 || knownRules.some((rule) => isMeant(override, rule))) return true;
    const target = readTarget(override.insteadOf);
    if (typeof target === 'string') return false;
    const isHouse =
      target.kind === 'hours' ? !target.place.includes('-') : target.kind === 'cap' && target.place === '*';
    return isHouse && (target.isOfHouse || !target.number);
  };
  return overrides.filter((override) => !isOfSomething(override)).map(({ insteadOf }) => insteadOf);
}

function nothingThere(name: string): string {
  return `overrides: there is no rule “${name}”, so nothing would hold instead. See docs/rules.md for the names, or write a rule of your own under “rules”.`;
}
