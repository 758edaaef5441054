import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesManual } from '../../../src/domain/rules/rules-manual.ts';
import { projectRoot } from '../../support/imports.ts';

const manual = await readFile(join(projectRoot, 'docs/rules.md'), 'utf8');

describe('the manual of the rules', () => {
  test('is what npm run rules writes from the records', () => {
    expect(manual).toBe(rulesManual(knownRules));
  });

  test('says at its top that it is not legal advice, and calls nothing compliant, safe or guaranteed', () => {
    expect(manual.slice(0, 200)).toContain('not legal advice');
    expect(manual).not.toMatch(/complian|\bsafe\b|guarant/i);
  });

  test('has a line for each rule and each doubt, with its source and date', () => {
    const lines = manual.split('\n');
    for (const { id, doubt, source } of knownRules) {
      const line = lines.find((line) => line.startsWith(`| \`${id}\` |`));
      expect(line).toContain(source.title);
      expect(line).toContain(source.readOn);
      if (doubt) expect(lines).toContain(`- Not settled, \`${id}\`: ${doubt}`);
    }
  });
});
