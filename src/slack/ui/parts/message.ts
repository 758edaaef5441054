import type { HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { limits } from '../../limits.ts';
import { cut, inert, oneLine } from './inert.ts';
import { asText, type Sentence } from './sentence.ts';

/** What is posted: the blocks, and the same as words for notifications and screen readers. */
export type Message = {
  text: string;
  blocks: KnownBlock[];
  /** The same without newer kinds of blocks, sent in their place if Slack refuses those. */
  plainer?: KnownBlock[];
};

/** Goes with every post: nothing in our words becomes a link, a preview or a mention that we did not write as one. */
export const asWritten = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' } as const;

export function message(said: readonly Sentence[], blocks: readonly (KnownBlock | null)[]): Message {
  return { text: asText(said) || '…', blocks: blocks.filter((block) => block !== null) };
}

export function header(text: string): HeaderBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: cut(oneLine(text), limits.header) || '(no name)', emoji: false },
  };
}

/** A paragraph of plain words. */
export function plain(text: string): SectionBlock {
  return {
    type: 'section',
    text: { type: 'plain_text', text: cut(inert(text), limits.sectionText) || '…', emoji: false },
  };
}
