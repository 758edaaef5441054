import type { Answering } from '../answering/answering.ts';
import { CampaignError, FormError } from '../campaign-error.ts';
import type { Consent } from '../consent/consent.ts';
import { ChannelId, type Instant, type SenderId } from '../ids.ts';
import type { LeaveOut } from '../leave-out/leave-out.ts';
import { parseTemplate } from '../message/template.ts';
import type { Canary } from '../pace/canary.ts';
import { readDuration } from '../pace/duration.ts';
import { readSendingHours, type SendingHours } from '../pace/sending-hours.ts';
import type { Throttle } from '../pace/throttle.ts';
import { createFieldReader } from '../read-fields.ts';
import { readCampaignName } from './campaign-name.ts';

/** The form as a person filled it in: every field is text, empty when it was left out. */
export type FormInput = {
  name: string;
  sender: string;
  message: string;
  batchSize: string;
  every: string;
  /** Unix seconds; empty for now. */
  start: string;
  hours: string;
  hold: string;
  channel: string;
};

/** What stands in the form before anybody has filled it in. */
export const presets = { hours: '09:00-20:00', hold: '10' } as const;

/** The same, understood. */
export type CampaignContent = {
  name: string;
  sender: SenderId;
  template: string;
  throttle: Throttle;
  hours: SendingHours | null;
  startAt: Instant | null;
  zone: string;
  channel: ChannelId;
  /** Left out: a campaign keeps what it has. */
  answering?: Answering;
  /** The same. */
  leaveOut?: LeaveOut;
  /** The same. */
  pace?: 'fixed' | 'team';
  /** The same; undefined: it is tried on nobody first. */
  canary?: Canary | undefined;
  /** The same; undefined: it has no last moment. */
  notAfter?: Instant | undefined;
  /** The same; undefined: nobody says how they agreed. */
  consent?: Consent | undefined;
};

/** The content as a campaign has it. Throws a FormError where a pace that follows the team has no limit to keep. */
export function withPaceOf(
  { pace, ...content }: CampaignContent,
  before: Throttle | null,
): Omit<CampaignContent, 'pace'> {
  const { pace: own, ...numbers } = content.throttle;
  if ((pace ?? own ?? before?.pace) !== 'team') return { ...content, throttle: numbers };
  if (numbers.holdAbove !== null) return { ...content, throttle: { ...numbers, pace: 'team' } };
  const sentence = `${needsLimit}. Or set Pace to Fixed at More settings.`;
  throw new FormError(new Map([['hold', sentence]]));
}

export const needsLimit =
  'A pace that follows the team needs a number here: how many replies may be open at once, such as 10';

/** Reads the whole form and throws one FormError that names every wrong field. */
export function readCampaignForm(
  input: FormInput,
  context: { senders: readonly SenderId[]; zone: string; now: Date },
): CampaignContent {
  const { read, refuseProblems } = createFieldReader();

  const name = read('name', () => readCampaignName(input.name));
  const sender = read('sender', () => readSender(input.sender, context.senders));
  const template = read('message', () => readMessage(input.message));
  const batchSize = read('batchSize', () => readBatchSize(input.batchSize));
  const everySeconds = read('every', () => readDuration(input.every));
  const startAt = read('start', () => readStart(input.start, context.now));
  const hours = read('hours', () => readSendingHours(input.hours, context.zone));
  const holdAbove = read('hold', () => readHold(input.hold));
  const channel = read('channel', () => readChannel(input.channel));

  refuseProblems();
  return {
    name: name!,
    sender: sender!,
    template: template!,
    throttle: { batchSize: batchSize!, everySeconds: everySeconds!, holdAbove: holdAbove ?? null },
    hours: hours ?? null,
    startAt: startAt ?? null,
    zone: context.zone,
    channel: channel!,
  };
}

/** The sender meant by a number in any spelling with its country code. Throws a CampaignError that names all senders. */
export function readSender(text: string, senders: readonly SenderId[]): SenderId {
  const wanted = text.trim().toLowerCase();
  const digits = wanted.replace(/[+\s().\-/‑–]/g, '').replace(/^00/, '');
  const sender = senders.find((known) => known.toLowerCase() === wanted || known === digits);
  if (sender) return sender;
  throw new CampaignError('unknown_sender', `Choose one of the senders set up here: ${senders.join(', ')}.`);
}

export function readBatchSize(text: string): number {
  return readWholeNumber(text, 1, 100_000, 'How many people get a message at once');
}

/** Null: open replies never hold a batch back. */
export function readHold(text: string): number | null {
  if (text.trim() === '') return null;
  return readWholeNumber(text, 0, 10_000, 'How many unanswered replies hold the next batch back');
}

function readMessage(text: string): string {
  parseTemplate(text);
  return text.trim();
}

function readWholeNumber(text: string, min: number, max: number, what: string): number {
  const number = /^\s*\d{1,7}\s*$/.test(text) ? Number(text) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new CampaignError('bad_number', `${what} is a whole number from ${min} to ${max.toLocaleString('en-US')}.`);
}

function readStart(text: string, now: Date): Instant | null {
  if (text.trim() === '') return null;
  const at = new Date(Number(text) * 1000);
  if (Number.isNaN(at.getTime()))
    throw new CampaignError('bad_start', 'Pick a date and time, or leave it empty to start now.');
  if (at.getTime() < now.getTime() - 60_000) {
    throw new CampaignError('past_start', 'That time is over. Pick a later one, or leave it empty to start now.');
  }
  if (at.getTime() > now.getTime() + 366 * 86_400_000) {
    throw new CampaignError('far_start', 'That is more than a year away. Pick an earlier date.');
  }
  return at.toISOString();
}

function readChannel(text: string): ChannelId {
  const channel = ChannelId.safeParse(text);
  if (channel.success) return channel.data;
  throw new CampaignError('no_channel', 'Choose the channel where the team sees progress and replies.');
}
