import type { CampaignId } from '../../domain/ids.ts';
import { csvRow } from '../../domain/list/csv.ts';
import { personKey } from '../../domain/phone/person.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { ReadingDeps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { recipientPages } from '../list/stored-list.ts';

type Wish = {
  /** How numbers are written. */
  show: (number: Recipient['number']) => string;
  /** With what each person wrote and was answered, how it ended, and who handled it. */
  withReplies: boolean;
};

const known = ['state', 'reason', 'batch', 'attempt', 'message_id', 'changed_at'];
const said = ['outcome', 'handled_by', 'replies', 'answers'];

/** Everyone on the list with what became of them, a line each; no cell is a formula to a spreadsheet. */
export async function writeCampaignCsv(
  { store }: Pick<ReadingDeps, 'store'>,
  id: CampaignId,
  { show, withReplies }: Wish,
): Promise<{ name: string; csv: string }> {
  const campaign = await needCampaign(store, id);
  const { columns } = campaign.list;
  const conversations = withReplies ? await byPerson(store, id) : new Map<string, Conversation>();
  const rows = [csvRow(['line', 'number', ...columns, ...known, ...(withReplies ? said : [])])];

  for await (const page of recipientPages(store, campaign)) {
    for (const recipient of page) {
      const { no, line, number, values } = recipient;
      rows.push(
        csvRow([
          String(line ?? no + 1),
          show(number),
          ...columns.map((_, index) => values[index] ?? ''),
          ...whatBecame(recipient),
          ...(withReplies ? whatWasSaid(conversations.get(personKey(number))) : []),
        ]),
      );
    }
  }
  return { name: `${campaign.id}.csv`, csv: `${rows.join('\r\n')}\r\n` };
}

async function byPerson(store: ReadingDeps['store'], id: CampaignId): Promise<Map<string, Conversation>> {
  const conversations = await store.conversations.ofCampaign(id);
  return new Map(conversations.map((conversation) => [personKey(conversation.number), conversation]));
}

function whatBecame({ state, reason, batch, attempt, messageId, changedAt }: Recipient): string[] {
  return [state, reason ?? '', batch === 0 ? '' : String(batch), String(attempt), messageId ?? '', changedAt ?? ''];
}

/** Several texts stand below each other in one cell. */
function whatWasSaid(conversation: Conversation | undefined): string[] {
  if (!conversation) return said.map(() => '');
  const { messages, outcome, handledBy } = conversation;
  const replies = messages.flatMap((message) => (message.direction === 'in' ? message.text : []));
  const answers = messages.flatMap((message) =>
    message.direction === 'out' && message.state !== 'not_sent' ? message.text : [],
  );
  return [outcome?.label ?? '', handledBy ?? '', replies.join('\n'), answers.join('\n')];
}
