import type { Announcement } from '../../domain/campaign/announcement.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { PhoneNumber, UserId } from '../../domain/ids.ts';
import { formatPhoneNumber, maskPhoneNumber, readPhoneNumber } from '../../domain/phone/phone-number.ts';
import { reasonInWords } from '../../domain/phone/reasons.ts';
import { typedNumber } from '../../domain/phone/typed-number.ts';
import type { Suppression } from '../../domain/reply/suppression.ts';
import { channelNotice, conversationChanged } from '../announcements.ts';
import { requireAdmin, requireCreator } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { optOutsCsv } from './opt-outs/export-opt-outs.ts';
import { type ImportedOptOuts, importOptOuts, type OptOutSource } from './opt-outs/import-opt-outs.ts';
import { channelForStrangers } from './receive-text.ts';

/**
 * The suppression list, by hand. Numbers are typed as people write them, and any number may stand there; the result
 * names the one understood. Throws a CampaignError when it is no number, or could be two.
 */
export type OptOuts = {
  check(typed: string, by: UserId): Promise<{ number: PhoneNumber; suppression: Suppression | undefined }>;
  /** `said`: what was heard elsewhere, in a call or a letter: it is kept, with who entered it and when. */
  add(typed: string, by: UserId, said?: string): Promise<{ number: PhoneNumber }>;
  /** Refuses whoever may not import, before the window opens. */
  checkImport(by: UserId): Promise<void>;
  /** Only ever stricter: whoever may add one may import many. One import at a time. */
  importFiles(sources: readonly OptOutSource[], by: UserId): Promise<ImportedOptOuts>;
  /** Everybody who is not texted, as CSV, for the admin who asks; the channel reads who took it. */
  exportCsv(by: UserId): Promise<{ name: string; csv: string; people: number }>;
  /** Only for admins, who say why: the team reads it in the channel. Otherwise the person has to write START. */
  remove(typed: string, input: { by: UserId; because: string }): Promise<{ number: PhoneNumber; wasThere: boolean }>;
};

const longestReason = 500;
const longestWords = 1_000;

export function createOptOuts(deps: Deps): OptOuts {
  const { store, people, announcer, clock, log, settings } = deps;
  let isImporting = false;
  const numberOf = (typed: string): PhoneNumber => needNumber(typed, settings.country);

  return {
    check: async (typed, by) => {
      requireCreator(deps, await people.find(by));
      const number = numberOf(typed);
      return { number, suppression: await store.suppressions.get(number) };
    },
    add: async (typed, by, said = '') => {
      requireCreator(deps, await people.findNowOrLately(by));
      const number = numberOf(typed);
      const at = clock.now().toISOString();
      const heard = said.trim().slice(0, longestWords).toWellFormed();
      const words = heard === '' ? {} : { words: { said: heard, by, at } };
      await store.suppressions.add({ number, kind: 'opted_out', at, source: by, ...words });
      log.info({ by }, 'A number was opted out by hand');
      return { number };
    },
    checkImport: async (by) => requireCreator(deps, await people.find(by)),
    importFiles: async (sources, by) => {
      requireCreator(deps, await people.findNowOrLately(by));
      if (isImporting) throw importRunning();
      isImporting = true;
      try {
        return await importOptOuts(deps, sources, by);
      } finally {
        isImporting = false;
      }
    },
    exportCsv: async (by) => {
      const person = await people.findNow(by);
      await requireAdmin(deps, person, { what: 'export whole numbers' });
      const { csv, people: found } = await optOutsCsv(store);
      const told = await toldInChannel(deps, `${person!.name} exported the list of all opt-outs, with their numbers`);
      await store.announcements.add(told);
      announcer.wake();
      log.info({ by, people: found }, 'The opt-outs were exported');
      return { name: `opt-outs-${clock.now().toISOString().slice(0, 10)}.csv`, csv, people: found };
    },
    remove: async (typed, { by, because }) => {
      const person = await people.findNow(by);
      await requireAdmin(deps, person, onlyAnAdminLifts);
      const number = numberOf(typed);
      const reason = because.trim().slice(0, longestReason);
      if (reason === '') throw noReason(number);
      const at = clock.now().toISOString();
      const text = `${person!.name} took ${maskPhoneNumber(number)} off the opt-outs, because ${reason}`;
      const told = [...(await toldInChannel(deps, text)), ...(await cardsOf(deps, number))];
      const wasThere = await store.suppressions.remove(number, by, at, told);
      if (wasThere) announcer.wake();
      log.info({ by, wasThere }, 'A number was taken off the opt-outs by hand');
      return { number, wasThere };
    },
  };
}

/** What the person wrote says what holds for them: it has to be drawn again. */
async function cardsOf({ store, clock }: Deps, number: PhoneNumber): Promise<Announcement[]> {
  const campaigns = (await store.campaigns.list()).map(({ id }) => id);
  const found = await Promise.all([...campaigns, null].map((id) => store.conversations.find(id, number)));
  return found.flatMap((conversation) => (conversation ? [conversationChanged(conversation, clock.now())] : []));
}

/** In the inbox channel, else where the newest campaign is; with neither there is nobody to tell. */
async function toldInChannel({ store, settings, clock }: Deps, text: string): Promise<Announcement[]> {
  const channel = await channelForStrangers(store, settings.inboxChannel);
  return channel ? [channelNotice(channel, clock.now(), text)] : [];
}

const onlyAnAdminLifts = {
  what: 'take a number off the opt-outs',
  otherwise: 'An admin types: `/sms-campaign optout remove <number> because …`. Or the person texts START.',
};

function importRunning(): CampaignError {
  const sentence = 'Another import of opt-outs is running. Wait until it has told its result, then submit this again.';
  return new CampaignError('import_running', sentence, 'file');
}

function noReason(number: PhoneNumber): CampaignError {
  const shown = formatPhoneNumber(number);
  const sentence = `Say why ${shown} may be texted again; the team reads it in the channel: \`/sms-campaign optout remove ${number} because they asked for it by letter\`. Without you, ${shown} can text START.`;
  return new CampaignError('no_reason', sentence, 'number');
}

/** The one number that was typed. Throws a CampaignError when it is none, or could be two. */
export function needNumber(typed: string, country: string): PhoneNumber {
  const read = typedNumber(typed, country);
  if (read.kind === 'number') return read.number;
  const shown = `“${typed.slice(0, 40)}”`;
  if (read.kind === 'none') {
    const sentence = `${shown} is not a phone number. Write it with its country code, such as +1 201 555 0123.`;
    throw new CampaignError('bad_number', sentence, 'number');
  }
  const [one, other] = read.readings.map(formatPhoneNumber);
  const sentence = `${shown} could be ${one} or ${other}, so nothing was done. Type the one you mean, with its +.`;
  throw new CampaignError('two_numbers', sentence, 'number');
}

export function readTypedNumber(typed: string, country: string): PhoneNumber {
  const read = readPhoneNumber(typed, country);
  if (read.ok) return read.number;
  const sentence = `“${typed.slice(0, 40)}” is not a number that can get texts (${reasonInWords(read.reason)}). Write it with its country code, such as +1 201 555 0123.`;
  throw new CampaignError('bad_number', sentence, 'number');
}
