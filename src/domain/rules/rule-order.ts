import type { Rule, Says } from './rule.ts';

const kinds: readonly Says['kind'][] = [
  'blocked',
  'hours',
  'cap',
  'opt_out_text',
  'sender_named',
  'sender',
  'consent',
  'note',
  'keep',
];

/**
 * For people who read only the first of many: what decides about a text before what is only good to know, the operator's own
 * before the known ones and these before the house's, and what holds in a state before what holds in its country.
 */
export function byWeight(one: Rule, other: Rule): number {
  return (
    kinds.indexOf(one.says.kind) - kinds.indexOf(other.says.kind) ||
    originOf(one) - originOf(other) ||
    other.place.length - one.place.length
  );
}

function originOf({ id }: Rule): number {
  return id.startsWith('operator/') ? 0 : id.startsWith('house/') ? 2 : 1;
}
