import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRulesFile } from '../src/domain/rules/operator-rules.ts';
import { knownRules } from '../src/domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from '../src/domain/rules/rule-book.ts';
import { createRules, type Rules } from '../src/services/rules.ts';

/** A rules file that opens every hour everywhere, for worlds whose texts reach nobody. */
export const openRulesFile = fileURLToPath(new URL('open-every-hour.json', import.meta.url));

/** The same for services that are built one by one. */
export function openRules(): Rules {
  open ??= createRules(readBook());
  return open;
}

/** Made once: worlds are built by the thousand. */
let open: Rules | undefined;

function readBook(): RuleBook {
  const house = { hours: {}, caps: { kind: 'caps' as const, caps: [] } };
  return rulesInForce(knownRules, house, readRulesFile(readFileSync(openRulesFile, 'utf8'), new Date()));
}

/** And where no place wants anything of a text or its sender: for worlds that send from a name to anybody. */
export function openRulesForAnyText(): Rules {
  if (!openForAnyText) {
    const { book } = openRules();
    const ofTexts = ['opt_out_text', 'sender_named', 'sender'];
    openForAnyText = createRules({ ...book, rules: book.rules.filter(({ says }) => !ofTexts.includes(says.kind)) });
  }
  return openForAnyText;
}

let openForAnyText: Rules | undefined;
