import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { readHouseCaps, readHouseHours, UnclearHouse } from './domain/rules/house.ts';
import { noOperatorRules, RulesFileError, readRulesFile } from './domain/rules/operator-rules.ts';

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
      if (existsSync(path)) return readRulesFile(readFileSync(path, 'utf8'), new Date());
      context.addIssue('there is no such file. Give the path of the file that holds your rules, or leave it out.');
    } catch (error) {
      if (!(error instanceof RulesFileError)) throw error;
      for (const problem of error.problems) context.addIssue(problem);
    }
    return z.NEVER;
  })
  .optional()
  .transform((rules) => rules ?? noOperatorRules);
