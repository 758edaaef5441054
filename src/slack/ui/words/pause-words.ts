import type { Pause, PauseReason } from '../../../domain/campaign/campaign.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { readSentence, type Sentence } from '../parts/sentence.ts';
import { capitalised } from './number-words.ts';

const words: Record<Exclude<PauseReason, 'person'>, { because: string; next: string }> = {
  provider_auth: {
    because: 'the SMS provider does not accept our credentials',
    next: 'Nobody gets a message now. Ask whoever runs Trickle to check the API key and secret, then press Resume.',
  },
  provider_not_found: {
    because: 'the SMS provider knows no such address or application',
    next: 'Nobody gets a message now. Ask whoever runs Trickle to check VONAGE_API_HOST and the Vonage application, then press Resume.',
  },
  provider_balance: {
    because: 'the account at the SMS provider has no credit left',
    next: 'Nobody gets a message now. Top the account up, then press Resume.',
  },
  provider_trouble: {
    because: 'the SMS provider gives no clear answers',
    next: 'Nobody gets a message now. Look at the provider’s status page, wait until it works again, then press Resume.',
  },
  bad_content: {
    because: 'the SMS provider refuses too many of its messages',
    next: 'Nobody gets a message now. `/sms-campaign export` lists the reasons. If the list or the text is wrong, press Cancel and write a new campaign; otherwise press Resume.',
  },
  missed_start: {
    because: 'its start was missed by more than an hour while Trickle could not send',
    next: 'Nobody has got a message. If the message still makes sense now, press Resume; otherwise press Cancel.',
  },
  approval_void: {
    because: 'its approval does not count any more: whoever approved it may not do so now',
    next: 'Nobody gets a message now. Press Cancel and submit a new campaign, or have the approver’s role restored and press Resume.',
  },
  restored: {
    because:
      'its data folder is older than the world, or may be: texts sent and STOPs received since then are not known here',
    next: 'Nobody gets a message now. An admin compares with the messages sent at the SMS provider, then presses Resume; otherwise press Cancel.',
  },
  storage: {
    because: 'Trickle could not save what it does',
    next: 'Nobody gets a message now. Ask whoever runs Trickle to look at its disk or database, then press Resume.',
  },
  list_damaged: {
    because: 'its stored list is not the one that was approved any more',
    next: 'Nobody gets a message from it. Ask whoever runs Trickle to put the file that the log names back from a backup, then press Resume.',
  },
  clock: {
    because: 'the clock of the computer it runs on is wrong or was set',
    next: 'Nobody gets a message now. Ask whoever runs Trickle to check that clock, then press Resume.',
  },
  filtered: {
    because: 'networks filter its messages',
    next: 'Nobody gets a message now. A network takes them for spam: ask the SMS provider whether the sender is registered for such texts, and look at links and wording. Then press Resume, or press Cancel and write a new campaign.',
  },
  undelivered: {
    because: 'too few of its messages arrive',
    next: 'Nobody gets a message now. `/sms-campaign export` lists the reasons. If the list is wrong, press Cancel and write a new campaign; otherwise press Resume.',
  },
  many_opt_outs: {
    because: 'too many people opt out',
    next: 'Nobody gets a message now. Look at the replies: do these people know who writes, and why? Then press Resume, or press Cancel.',
  },
  many_doubts: {
    because: 'it is not known of too many messages whether they left',
    next: 'Nobody gets a message now. Look at the provider’s status page and at the unconfirmed people in the thread, then press Resume.',
  },
  no_sender: {
    because: 'its sender is not in the settings any more',
    next: 'Nobody gets a message now. Ask whoever runs Trickle to put the sender back into SMS_SENDERS, then press Resume; otherwise press Cancel.',
  },
};

/** Why nothing is sent, what that means now, and what to do. Who paused it is told in the thread. */
export function pauseSentences(pause: Pick<Pause, 'reason' | 'by' | 'detail'>): Sentence[] {
  const { reason } = pause;
  if (reason === 'person') return [['Nobody gets a message until somebody presses Resume.']];
  return [...whyPaused(pause), readSentence(words[reason].next)];
}

/** What happened, which stays true. */
export function whyPaused({ reason, by, detail }: Pick<Pause, 'reason' | 'by' | 'detail'>): Sentence[] {
  if (reason === 'person') return [by ? ['Paused by ', { person: by }, '.'] : ['Somebody paused it.']];
  const more: Sentence[] = detail ? [[asSentence(cut(oneLine(detail), shown.reason))]] : [];
  return [[`Trickle paused it by itself, because ${words[reason].because}.`], ...more];
}

/** Inside a sentence: " by @Ada", ", because its start was missed". */
export function pausedBecause({ reason, by }: Pick<Pause, 'reason' | 'by'>): Sentence {
  if (reason === 'person') return by ? [' by ', { person: by }] : [];
  return [`, because ${words[reason].because}`];
}

function asSentence(detail: string): string {
  return capitalised(/[.!?…]$/.test(detail) ? detail : `${detail}.`);
}
