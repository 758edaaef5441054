import type { ConversationDecision } from '../../../domain/reply/conversation.ts';
import type { Sentence } from '../parts/sentence.ts';

/** What a member decided about a conversation, as its cards say it. */
export function decisionSentence({ kind, by, to, label }: ConversationDecision): Sentence {
  const who = { person: by };
  switch (kind) {
    case 'handled':
      return ['Handled by ', who, '.'];
    case 'opted_out':
      return ['Opted out by ', who, ': campaigns will not text this number again.'];
    case 'kept':
      return ['Kept by ', who, ': it was no opt-out, and campaigns may text this number.'];
    case 'reopened':
      return ['Re-opened by ', who, '.'];
    case 'passed':
      return to ? ['Passed by ', who, ' to ', { person: to }, '.'] : ['Passed on by ', who, '.'];
    case 'outcome':
      return label ? [`“${label}” set by `, who, '.'] : ['Outcome taken away by ', who, '.'];
  }
}
