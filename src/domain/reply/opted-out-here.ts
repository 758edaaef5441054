import type { Conversation } from './conversation.ts';
import type { Suppression } from './suppression.ts';

/** Can something said or decided in this conversation have opted the person out? If not, nobody need ask. */
export function hasOptOut(conversation: Conversation): boolean {
  return causes(conversation).length > 0;
}

/** Is the person opted out now because of this conversation? Words from before the opt-out in force have been lifted since. */
export function isOptedOutHere(conversation: Conversation, suppression: Suppression | undefined): boolean {
  if (suppression?.kind !== 'opted_out') return false;
  const since = Date.parse(suppression.at);
  return causes(conversation).some(({ at }) => Date.parse(at) >= since);
}

function causes({ messages, decisions = [] }: Conversation): { at: string }[] {
  return [
    ...messages.filter((message) => message.direction === 'in' && message.reading === 'opt_out'),
    ...decisions.filter(({ kind }) => kind === 'opted_out'),
  ];
}
