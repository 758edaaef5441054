import { momentInWords } from '../../src/domain/moment.ts';
import { readPlaceKey } from '../../src/domain/place/place-key.ts';
import { whereWords } from '../../src/domain/place/place-words.ts';
import type { Recipient } from '../../src/domain/recipient/recipient.ts';
import { readHouseCaps, readHouseHours } from '../../src/domain/rules/house.ts';
import { noOperatorRules } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { createRules } from '../../src/services/rules.ts';

/** What the rules that are known, with the usual hours of the house, say of one person at a moment. */
export type Ruling = { isNever: boolean; says: string };

export function createRulings(at: Date): (recipient: Pick<Recipient, 'place'>) => Ruling {
  const house = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };
  const rules = createRules(rulesInForce(knownRules, house, noOperatorRules));
  return ({ place = '' }) => {
    const { asked, verdict } = rules.of(place, 'marketing', at);
    const whereabouts = readPlaceKey(place);
    const where = whereabouts ? whereWords(whereabouts) : 'no known country';
    const shown = (moment: Date | null) =>
      moment ? momentInWords({ at: moment, zone: asked.zones[0] ?? 'UTC' }) : 'further notice';
    const by = `by ${verdict.rules.join(', ')}`;
    if (verdict.kind === 'skip') return { isNever: true, says: `never in ${where} (${verdict.because.kind}), ${by}` };
    const says = verdict.kind === 'send' ? 'now, in' : 'waits, in';
    return { isNever: false, says: `${says} ${where}, until ${shown(verdict.until)}, ${by}` };
  };
}
