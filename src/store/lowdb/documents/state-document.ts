import type { RecipientState } from '../../../domain/recipient/recipient.ts';
import { chunkSize } from '../memory/document-names.ts';
import { changeRecipient, messageIdAt, type RecipientColumns, rulesAt, stateAt } from '../memory/recipient-columns.ts';
import type { StateDocument } from './document-forms.ts';

/** Letters on disk, so that the order of the words in the code means nothing. */
const letters: Record<RecipientState, string> = {
  queued: 'q',
  claimed: 'c',
  unconfirmed: 'u',
  submitted: 's',
  no_receipt: 'n',
  delivered: 'd',
  undeliverable: 'f',
  rejected: 'r',
  skipped: 'k',
  closed: 'x',
};
const stateOfLetter = new Map(Object.entries(letters).map(([state, letter]) => [letter, state as RecipientState]));

/** The running state of the chunk's recipients (up to 500) as of event `seq`. */
export function stateDocumentData(columns: RecipientColumns, chunk: number, seq: number): StateDocument {
  const from = chunk * chunkSize;
  const to = Math.min(from + chunkSize, columns.size);
  const data: StateDocument = {
    seq,
    states: '',
    attempts: {},
    reasons: {},
    batches: [],
    changedAt: [],
    messageIds: [],
  };
  const claimedAt: number[] = [];
  const sets: string[] = [];
  const of: number[] = [];
  for (let no = from; no < to; no += 1) {
    const attempt = columns.attempt[no]!;
    const reason = columns.reasons[columns.reason[no]!];
    data.states += letters[stateAt(columns, no)];
    if (attempt !== 1) data.attempts[no] = attempt;
    if (typeof reason === 'string') data.reasons[no] = reason;
    data.batches.push(columns.batch[no]!);
    data.changedAt.push(columns.changedAt[no]!);
    claimedAt.push(columns.claimedAt[no]!);
    const rules = rulesAt(columns, no);
    of.push(sets.includes(rules) ? sets.indexOf(rules) : sets.push(rules) - 1);
    data.messageIds.push(messageIdAt(columns, no) ?? '');
  }
  return { ...data, claimedAt, ...(sets.some((rules) => rules !== '') && { rules: { sets, of } }) };
}

/** Returns what does not fit, if anything: then the document is of another list. */
export function restoreState(columns: RecipientColumns, chunk: number, data: StateDocument): string | undefined {
  const from = chunk * chunkSize;
  const size = Math.min(chunkSize, columns.size - from);
  const { states, batches, changedAt, claimedAt = changedAt, messageIds } = data;
  const lengths = [states, batches, changedAt, claimedAt, messageIds].map((column) => column.length);
  if (lengths.some((length) => length !== size)) return `it holds ${lengths.join('/')} recipients instead of ${size}`;
  for (let index = 0; index < size; index += 1) {
    const no = from + index;
    changeRecipient(columns, no, {
      state: stateOfLetter.get(data.states[index]!)!,
      attempt: data.attempts[no] ?? 1,
      reason: data.reasons[no] ?? null,
      batch: data.batches[index]!,
      changedAt: data.changedAt[index]!,
      claimedAt: (data.claimedAt?.[index] ?? 0) * 1000,
      rules: data.rules?.sets[data.rules.of[index] ?? -1] ?? '',
      messageId: data.messageIds[index] || null,
    });
  }
  return undefined;
}
