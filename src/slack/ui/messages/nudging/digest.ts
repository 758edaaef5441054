import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { commands } from '../../../ids.ts';
import { type Message, message } from '../../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../../parts/sentence.ts';
import { count } from '../../words/number-words.ts';
import { shortName } from '../../words/short-name.ts';

/** What waits for one member, each with the address of the post where it is done. */
export type Digest = {
  approvals: readonly { campaign: Campaign; link: string | undefined }[];
  replies: readonly { campaign: Campaign; replies: number; link: string | undefined }[];
};

/** More campaigns than these are counted. */
const mostShown = 20;

/** Once a day in person, for whoever asked for it. */
export function digestMessage({ approvals, replies }: Digest): Message {
  const waits: Sentence[] = [
    ...approvals.map(({ campaign, link }): Sentence => [nameOf(campaign, link), ' asks for your approval.']),
    ...replies.map(
      ({ campaign, replies: open, link }): Sentence => [
        nameOf(campaign, link),
        `: ${count(open, 'reply is', 'replies are')} in your hands.`,
      ],
    ),
  ];
  const hidden = waits.length - mostShown;
  const shown = [...waits.slice(0, mostShown), ...(hidden > 0 ? [[`And ${count(hidden, 'more')}.`]] : [])];
  const head: Sentence = [{ bold: 'This waits for you:' }];
  const end: Sentence = [{ code: `${commands.smsCampaign} remind off` }, ' ends this reminder.'];
  return message([head, ...shown, end], [richText(lines(head), bullets(shown), lines(end))]);
}

function nameOf(campaign: Campaign, link: string | undefined): Sentence[number] {
  return { words: shortName(campaign), link };
}
