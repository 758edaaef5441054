import type { Roles } from '../domain/campaign/permissions.ts';
import type { ChannelId, SenderId } from '../domain/ids.ts';
import type { Store, StoreReader } from '../ports/store.ts';
import type { Announcer, Clock, ListReader, Log, People, SmsGateway } from '../ports/world.ts';
import type { Rules } from './rules.ts';

/** The operator's settings, as far as services need them. */
export type ServiceSettings = {
  /** Messages per second of each sender. */
  senders: ReadonlyMap<SenderId, number>;
  accountRate: number;
  roles: Roles;
  /** ISO 3166 alpha-2, for numbers without a country code. */
  country: string;
  /** ISO 3166 alpha-2: where campaigns go without an admin; empty: the senders' countries and the default one. */
  countries: readonly string[];
  /** What the sender is called, as texts say it; empty: nobody has set it. */
  businessNames: readonly string[];
  /** Zone of campaigns whose author's zone is unknown. */
  zone: string;
  /** Where texts of no campaign go. */
  inboxChannel: ChannelId | null;
  /** Sent once after a STOP; null: nothing is sent. */
  optOutConfirmation: string | null;
  helpText: string | null;
  /** At most this many automatic answers to STOP and HELP leave within 24 hours. */
  autoAnswersPerDay: number;
  /** How often a campaign is rehearsed for its forecast. */
  rehearsals: number;
};

export type Deps = {
  store: Store;
  gateway: SmsGateway;
  announcer: Announcer;
  lists: ListReader;
  people: People;
  clock: Clock;
  log: Log;
  settings: ServiceSettings;
  rules: Rules;
};

/** What reports and previews have at hand: they only look, and can neither change anything nor text anybody. */
export type ReadingDeps = Pick<Deps, 'people' | 'clock' | 'log' | 'settings' | 'rules'> & { store: StoreReader };

/** What the tick has at hand: no look-up of people, since the chat may never answer. */
export type TickDeps = Omit<Deps, 'people'>;

/** Messages a second that a sender may send, unless others use up the account's rate; the slowest rate if it was removed. */
export function rateOf(settings: Pick<ServiceSettings, 'senders' | 'accountRate'>, sender: SenderId): number {
  return Math.min(settings.senders.get(sender) ?? 1, settings.accountRate);
}
