import type { KnownBlock } from '@slack/types';
import type { Message } from '../../ui/parts/message.ts';
import { lines, richText, type Sentence } from '../../ui/parts/sentence.ts';

/** The same post with the decision in place of the pressed row of buttons. */
export function decidedNote(
  posted: { text: string; blocks: readonly KnownBlock[] },
  pressedBlock: string,
  decided: Sentence,
): Message {
  const blocks = posted.blocks.map((block) => (block.block_id === pressedBlock ? richText(lines(decided)) : block));
  return { text: posted.text, blocks };
}
