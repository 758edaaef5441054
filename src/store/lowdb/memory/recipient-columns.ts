import { noCounts, type Recipient, RecipientState, type StateCounts } from '../../../domain/recipient/recipient.ts';
import { mostPlaces, type PlaceColumn } from './place-column.ts';

/** The state of a campaign's recipients as columns, 40 bytes each at any list. Only this module writes into the arrays. */
export type RecipientColumns = {
  readonly size: number;
  readonly state: Uint8Array;
  readonly attempt: Uint8Array;
  /** Index into `reasons`; 0 is none. */
  readonly reason: Uint16Array;
  readonly batch: Uint32Array;
  /** Milliseconds since 1970; 0 is never. */
  readonly changedAt: Float64Array;
  /** Seconds since 1970 of the last claim, rounded up; 0 is none, or before this was kept. */
  readonly claimedAt: Uint32Array;
  /** Index into `ruleSets`, which begin with none: the rules that the last claim had asked. */
  readonly rules: Uint16Array;
  readonly ruleSets: string[];
  /** Index into `placeKeys`: people in the same place wait for the same hours. */
  places: Uint16Array;
  placeKeys: string[];
  /** Where the list has those who said that they live elsewhere: the same index, by position. */
  readonly listedPlaces: Map<number, number>;
  /** How many are queued, by the same index. */
  queuedIn: number[];
  /** UUIDs as 16 bytes; all zero is none. Ids of another form are in `otherIds`. */
  readonly messageId: Buffer;
  readonly otherIds: Map<number, string>;
  readonly reasons: (string | null)[];
  readonly counts: StateCounts;
  /** Nobody before this position can be claimed: they are held or not queued. */
  cursor: number;
  /** Where the search goes on while the same places are open: it has passed over people who wait for an hour or a cap. */
  scan: Scan;
};

/** `of`: which places were open; `untilMs`: when a cap ends that somebody passed over had reached. */
export type Scan = { of: string; at: number; untilMs: number };

/** Changes of one recipient; what is left out stays. */
export type RecipientChange = {
  state?: RecipientState;
  attempt?: number;
  reason?: string | null;
  batch?: number;
  changedAt?: number;
  /** Milliseconds since 1970. */
  claimedAt?: number;
  /** Ids with blanks between. */
  rules?: string;
  messageId?: string | null;
};

export type RunningState = Pick<Recipient, 'state' | 'attempt' | 'reason' | 'messageId' | 'batch' | 'changedAt'>;

export const maxAttempt = 255;
const maxReasons = 65_535;
const states = RecipientState.options;
export const codes = Object.fromEntries(states.map((state, code) => [state, code])) as Record<RecipientState, number>;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const noUuid = '00000000-0000-0000-0000-000000000000';

/** Everybody queued. */
export function recipientColumns(size: number): RecipientColumns {
  return {
    size,
    state: new Uint8Array(size).fill(codes.queued),
    attempt: new Uint8Array(size).fill(1),
    reason: new Uint16Array(size),
    batch: new Uint32Array(size),
    changedAt: new Float64Array(size),
    claimedAt: new Uint32Array(size),
    rules: new Uint16Array(size),
    ruleSets: [''],
    places: new Uint16Array(size),
    placeKeys: [''],
    listedPlaces: new Map(),
    queuedIn: [size],
    messageId: Buffer.alloc(size * 16),
    otherIds: new Map(),
    reasons: [null],
    counts: { ...noCounts(), queued: size },
    cursor: 0,
    scan: noScan,
  };
}

export const noScan: Scan = { of: '', at: 0, untilMs: Number.POSITIVE_INFINITY };

/** Once the list is read: until then everybody is in the same unknown place. */
export function setPlaces(columns: RecipientColumns, { keys, of }: PlaceColumn): void {
  columns.places = of;
  columns.placeKeys = keys;
  columns.listedPlaces.clear();
  const queuedIn = keys.map(() => 0);
  const { state, size } = columns;
  // In one turn, for up to a million people: nothing is asked of each but its state.
  for (let no = 0; no < size; no += 1) if (state[no] === codes.queued) queuedIn[of[no]!]! += 1;
  columns.queuedIn = queuedIn;
  columns.scan = noScan;
}

/** To the place of this key; null: back to where the list has them. The next claim looks at them again. */
export function movePerson(columns: RecipientColumns, no: number, key: string | null): void {
  const from = columns.places[no]!;
  const listed = columns.listedPlaces.get(no) ?? from;
  const to = key === null ? listed : placeId(columns, key);
  if (key === null) columns.listedPlaces.delete(no);
  else columns.listedPlaces.set(no, listed);
  if (to === from) return;
  columns.places[no] = to;
  if (stateAt(columns, no) !== 'queued') return;
  columns.queuedIn[from]! -= 1;
  columns.queuedIn[to]! += 1;
  offerAgain(columns, no);
}

function placeId({ placeKeys, queuedIn }: RecipientColumns, key: string): number {
  const known = placeKeys.indexOf(key);
  if (known !== -1) return known;
  if (placeKeys.length > mostPlaces) throw new Error('There are more places than the store can tell apart.');
  queuedIn.push(0);
  return placeKeys.push(key) - 1;
}

export function rulesAt(columns: RecipientColumns, no: number): string {
  return columns.ruleSets[columns.rules[no]!] ?? '';
}

export function placeAt(columns: RecipientColumns, no: number): string {
  return columns.placeKeys[columns.places[no]!] ?? '';
}

export function stateAt(columns: RecipientColumns, no: number): RecipientState {
  return states[columns.state[no]!]!;
}

/** The first position from `from` on that is in this state, or -1. */
export function nextInState(columns: RecipientColumns, state: RecipientState, from: number): number {
  return columns.state.indexOf(codes[state], from);
}

export function positionsInState(columns: RecipientColumns, state: RecipientState): number[] {
  const positions: number[] = [];
  for (let no = nextInState(columns, state, 0); no !== -1; no = nextInState(columns, state, no + 1)) positions.push(no);
  return positions;
}

export function runningState(columns: RecipientColumns, no: number): RunningState {
  const changedAt = columns.changedAt[no]!;
  return {
    state: stateAt(columns, no),
    attempt: columns.attempt[no]!,
    reason: columns.reasons[columns.reason[no]!] ?? null,
    messageId: messageIdAt(columns, no),
    batch: columns.batch[no]!,
    changedAt: changedAt === 0 ? null : new Date(changedAt).toISOString(),
  };
}

export function changeRecipient(columns: RecipientColumns, no: number, change: RecipientChange): void {
  if (change.state !== undefined) setState(columns, no, change.state);
  if (change.attempt !== undefined) columns.attempt[no] = change.attempt;
  if (change.reason !== undefined) columns.reason[no] = reasonId(columns, change.reason);
  if (change.batch !== undefined) columns.batch[no] = change.batch;
  if (change.changedAt !== undefined) columns.changedAt[no] = change.changedAt;
  if (change.claimedAt !== undefined) columns.claimedAt[no] = Math.ceil(change.claimedAt / 1000);
  if (change.rules !== undefined) columns.rules[no] = ruleSetId(columns, change.rules);
  if (change.messageId !== undefined) setMessageId(columns, no, change.messageId);
}

function setState(columns: RecipientColumns, no: number, state: RecipientState): void {
  const before = stateAt(columns, no);
  if (before !== state) {
    const place = columns.places[no]!;
    columns.queuedIn[place]! += Number(state === 'queued') - Number(before === 'queued');
  }
  columns.counts[before] -= 1;
  columns.counts[state] += 1;
  columns.state[no] = codes[state];
  if (state === 'queued') offerAgain(columns, no);
}

/** Nobody ever claims these: the list says why they are left out. Quick, since it may be most of a million. */
export function skipLeftOut(columns: RecipientColumns, leftOut: ReadonlyMap<string, readonly number[]>): void {
  for (const [reason, nos] of leftOut) {
    const id = reasonId(columns, reason);
    for (const no of nos) {
      const before = stateAt(columns, no);
      columns.counts[before] -= 1;
      if (before === 'queued') columns.queuedIn[columns.places[no]!]! -= 1;
      columns.state[no] = codes.skipped;
      columns.reason[no] = id;
    }
    columns.counts.skipped += nos.length;
  }
}

/** The next claim looks at this position again. */
export function offerAgain(columns: RecipientColumns, no: number): void {
  if (no < columns.cursor) columns.cursor = no;
  if (no < columns.scan.at) columns.scan = { ...columns.scan, at: no };
}

export function messageIdAt(columns: RecipientColumns, no: number): string | null {
  const other = columns.otherIds.get(no);
  if (other !== undefined) return other;
  const at = no * 16;
  const hex = columns.messageId.toString('hex', at, at + 16);
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return id === noUuid ? null : id;
}

function setMessageId(columns: RecipientColumns, no: number, id: string | null): void {
  if (columns.otherIds.size > 0) columns.otherIds.delete(no);
  if (id === null) {
    columns.messageId.fill(0, no * 16, no * 16 + 16);
    return;
  }
  const fits = id !== noUuid && uuid.test(id);
  if (!fits) columns.otherIds.set(no, id);
  columns.messageId.write(fits ? id.replaceAll('-', '') : noUuid.replaceAll('-', ''), no * 16, 16, 'hex');
}

function ruleSetId({ ruleSets }: RecipientColumns, rules: string): number {
  const known = ruleSets.indexOf(rules);
  if (known !== -1) return known;
  return ruleSets.length > maxReasons ? 0 : ruleSets.push(rules) - 1;
}

function reasonId(columns: RecipientColumns, reason: string | null): number {
  const known = columns.reasons.indexOf(reason);
  if (known !== -1) return known;
  // Reasons are a few short codes. If a provider ever sends thousands, the rest share the last.
  if (columns.reasons.length > maxReasons) return maxReasons;
  return columns.reasons.push(reason) - 1;
}
