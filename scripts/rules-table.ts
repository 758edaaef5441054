import { writeFileSync } from 'node:fs';
import { knownRules } from '../src/domain/rules/records/index.ts';
import { rulesManual } from '../src/domain/rules/rules-manual.ts';

/** `npm run rules`: writes the manual of the rules from the records. */
writeFileSync('docs/rules.md', rulesManual(knownRules));
