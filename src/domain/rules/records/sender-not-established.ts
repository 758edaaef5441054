import type { Rule } from '../rule.ts';
import { record, sender } from './record.ts';

/** Of a country of which nobody has found out what senders its networks take. */
export function senderNotEstablished(place: string): Rule {
  return record(`${place}/sender/1`, sender('unknown', true), {
    appliesTo: 'all',
    basis: 'convention',
    surety: 'unsure',
    doubt:
      'What senders the networks of this country take was not established: use a number, or let an admin confirm a name with the provider.',
    source: 'Looked for in vendors’ tables (2026), not found',
  });
}
