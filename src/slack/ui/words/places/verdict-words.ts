import { momentBeside } from '../../../../domain/moment.ts';
import type { Whereabouts } from '../../../../domain/place/whereabouts.ts';
import type { Verdict } from '../../../../domain/rules/judge.ts';

type Around = { where: Whereabouts; at: Date };

/** What the rules say now of a text to a place, in a clause: "texts wait until 8:00 (New York)." */
export function verdictInWords(verdict: Verdict, { where, at }: Around): string {
  const zone = where.zones[0] ?? 'UTC';
  const moment = (then: Date) =>
    `${momentBeside({ at: then, zone }, at)} (${zone.split('/').at(-1)!.replaceAll('_', ' ')})`;
  if (verdict.kind === 'send') return verdict.until ? `open now, until ${moment(verdict.until)}.` : 'open at any time.';
  const { because } = verdict;
  switch (because.kind) {
    case 'hours':
    case 'cap':
      return verdict.kind === 'wait' && verdict.until
        ? `texts wait until ${moment(verdict.until)}.`
        : 'texts wait for the hours.';
    case 'calendar':
      return `texts wait: the public holidays are known until ${because.endsOn}. Update Trickle.`;
    case 'held':
      return 'they wrote what may mean STOP: texts wait until somebody decides.';
    case 'opted_out':
      return 'they have opted out: nothing is sent.';
    case 'no_rule':
      return `nobody there can be texted yet: no rule is entered. An admin can add one with RULES_FILE.`;
    case 'blocked':
      return `nobody can be texted: ${because.because}`;
    case 'no_hour':
      return 'nobody can be texted: no hour suits all places in which they may be.';
  }
}
