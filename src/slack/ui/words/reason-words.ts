import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { listed } from './number-words.ts';
import { providerCodeInWords } from './provider-code-words.ts';

/** Why a message is unconfirmed or was not sent, as the store keeps it; codes of the provider have words of their own. */
const words: Record<string, string> = {
  crash: 'Trickle was stopped while the message left',
  timeout: 'the SMS provider did not answer in time',
  connection_lost: 'the connection to the SMS provider broke while the message left',
  garbled_answer: 'the SMS provider’s answer could not be read',
  connection_refused: 'the SMS provider could not be reached',
  name_not_found: 'the SMS provider could not be reached',
  connect_timeout: 'the SMS provider could not be reached',
  throttled: 'the SMS provider took no more messages at that moment',
  provider_auth: 'the SMS provider does not accept our credentials',
  provider_not_found: 'the SMS provider knows no such address or application',
  provider_balance: 'the account at the SMS provider has no credit left',
  opted_out: 'the person opted out',
  wrote_again: 'the person wrote again meanwhile',
  capped: 'they had had as many texts as is allowed in that time, until the campaign’s last moment',
  not_after: 'the campaign’s last moment came first',
  no_rule: 'nobody has entered the rules of their country',
  place_blocked: 'the rules of their country do not allow it',
  text_there: 'where they say they live, the rules want something else in the text',
  no_hour: 'no hour is allowed everywhere that they may be',
  too_late: 'its time was over before it could leave',
  duplicate: 'the person is on the list twice',
  no_id: 'the SMS provider’s answer did not make sense',
  client_fault: 'something went wrong while the message left',
  unknown: 'no reason is known',
};

/** Several reasons stand with commas between them. */
export function reasonsInWords(reasons: string): string {
  return listed(reasons.split(', ').map((reason) => inWords(cut(oneLine(reason), shown.reason))));
}

function inWords(reason: string): string {
  if (Object.hasOwn(words, reason)) return words[reason] ?? reason;
  const known = providerCodeInWords(reason);
  if (known) return known;
  return /^[a-z]+([_-][a-z]+)+$/.test(reason) ? reason.replaceAll(/[_-]/g, ' ') : reason;
}
