import type { Campaign } from '../../domain/campaign/campaign.ts';
import { fileNamed } from '../../domain/campaign/campaign-name.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { leftOutInWords, readLeftOutReason } from '../../domain/leave-out/left-out-because.ts';
import { csvRow } from '../../domain/list/csv.ts';
import { type PersonKey, personKey } from '../../domain/phone/person.ts';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import { readPlaceKey } from '../../domain/place/place-key.ts';
import { whereWords } from '../../domain/place/place-words.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import { endedWith } from '../../domain/reply/counted.ts';
import type { Store, StoreReader } from '../../ports/store.ts';
import { note } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { recipientPages } from '../list/stored-list.ts';

/* A campaign as a file: masked for the channel, whole and with the conversations for an admin. */

type File = { name: string; csv: string };
type Columns = { names: readonly string[]; of(recipient: Recipient): readonly string[] };

export type ExportDeps = Pick<Deps, 'announcer' | 'clock'> & {
  store: StoreReader & { announcements: Pick<Store['announcements'], 'add'> };
};

/** The thread says who took the numbers out, if the campaign has one. */
export async function tellExport({ store, announcer, clock }: ExportDeps, id: CampaignId, by: UserId): Promise<void> {
  if (!(await store.campaigns.posts(id)).message) return;
  await store.announcements.add([note(id, clock.now(), { kind: 'exported', by })]);
  announcer.wake();
}

export function summarisedCsv(store: StoreReader, campaign: Campaign): Promise<File> {
  return writeCsv(store, campaign, maskPhoneNumber, { names: [], of: () => [] });
}

export async function exportedCsv(store: StoreReader, campaign: Campaign): Promise<File> {
  const talks = byPerson(await store.conversations.ofCampaign(campaign.id));
  return writeCsv(store, campaign, (number) => number, {
    names: ['outcome', 'handled_by', 'replies', 'answers'],
    of: ({ number }) => conversationCells(talks.get(personKey(number)) ?? []),
  });
}

/** Stores from before person keys may have two conversations of one person. */
function byPerson(conversations: readonly Conversation[]): Map<PersonKey, Conversation[]> {
  return Map.groupBy(conversations, ({ number }) => personKey(number));
}

function conversationCells(talks: readonly Conversation[]): string[] {
  const messages = talks.flatMap((talk) => talk.messages);
  const texts = (direction: 'in' | 'out') =>
    messages.flatMap((message) =>
      message.direction !== direction || (message.direction === 'out' && message.purpose !== 'answer')
        ? []
        : [message.text],
    );
  return [
    talks.flatMap((talk) => endedWith(talk) ?? []).join(', '),
    talks.flatMap(({ handledBy }) => handledBy ?? []).join(', '),
    texts('in').join('\n'),
    texts('out').join('\n'),
  ];
}

/** Codes, but a sentence for whom the campaign's own rules leave out: "was texted on 3 May 2026 by “Open evening”". */
function reasonInFile(reason: string | null, names: ReadonlyMap<CampaignId, string>): string {
  const because = readLeftOutReason(reason);
  return because ? leftOutInWords(because, names.get(because.campaignId)) : (reason ?? '');
}

async function writeCsv(
  store: StoreReader,
  campaign: Campaign,
  show: (number: Recipient['number']) => string,
  more: Columns,
): Promise<File> {
  const { columns } = campaign.list;
  const state = ['state', 'reason', 'batch', 'attempt', 'message_id', 'changed_at', 'place', 'rules'];
  const names = new Map((await store.campaigns.list()).map(({ id, name }) => [id, name]));
  const rows = [csvRow(['line', 'number', ...columns, ...state, ...more.names])];

  for await (const page of recipientPages(store, campaign)) {
    for (const recipient of page) {
      const { no, line, number, values, state, reason, batch, attempt, messageId, changedAt } = recipient;
      const where = readPlaceKey(recipient.place ?? '');
      rows.push(
        csvRow([
          String(line ?? no + 1),
          show(number),
          ...columns.map((_, index) => values[index] ?? ''),
          state,
          reasonInFile(reason, names),
          batch === 0 ? '' : String(batch),
          String(attempt),
          messageId ?? '',
          changedAt ?? '',
          where ? whereWords(where) : '',
          recipient.rules ?? '',
          ...more.of(recipient),
        ]),
      );
    }
  }
  return { name: `${fileNamed(campaign.name)}${campaign.id}.csv`, csv: `${rows.join('\r\n')}\r\n` };
}
