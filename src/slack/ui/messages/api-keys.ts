import { type ApiKey, isLive } from '../../../domain/api-key.ts';
import { commands } from '../../ids.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { header, type Message, message } from '../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../parts/sentence.ts';
import { count } from '../words/number-words.ts';

const most = 20;

/** The key itself: nobody is shown it again. */
export function keyAdded({ key, secret }: { key: ApiKey; secret: string }): Message {
  const said: Sentence[] = [
    [`The key “${named(key)}” is made. Copy it now, for only you see it, and it is not shown again:`],
    [{ code: secret }],
    [
      'Whatever has it can send campaigns in to this channel as yours, so somebody else has to approve each. ',
      ...numbers(key),
      { code: `${commands.smsCampaign} keys revoke ${named(key)}` },
      ' ends it at once.',
    ],
  ];
  return message(said, [richText(lines(...said))]);
}

function numbers({ seesNumbers }: ApiKey): Sentence {
  return [
    seesNumbers
      ? 'It is shown whole numbers as long as you are an admin. '
      : 'It is shown the last four digits of numbers. ',
  ];
}

export function keyRevoked(key: ApiKey): Message {
  const said: Sentence = [
    `The key “${named(key)}” opens nothing any more. Campaigns that it sent in stay: cancel those that you do not want.`,
  ];
  return message([said], [richText(lines(said))]);
}

/** The live ones, and how many were revoked, on the clock of who asks. */
export function keyList({ keys, zone }: { keys: readonly ApiKey[]; zone: string }): Message {
  const live = keys.filter(isLive);
  const revoked = keys.length - live.length;
  const add: Sentence = [
    { code: `${commands.smsCampaign} keys add CRM` },
    ' makes one for the program that you call CRM, in the channel where you type it.',
  ];
  const more: Sentence[] = live.length > most ? [[`And ${count(live.length - most, 'more key')}.`]] : [];
  const gone: Sentence[] = revoked > 0 ? [[`${count(revoked, 'key')} ${revoked === 1 ? 'was' : 'were'} revoked.`]] : [];
  const intro: Sentence = [
    live.length > 0
      ? 'With these keys other programs send campaigns in:'
      : 'No other program can send campaigns in: there is no key.',
  ];
  const entries = live.slice(0, most).map((key) => entry(key, zone));
  const said = [intro, ...entries, ...more, ...gone, add];
  const blocks = [
    ...(entries.length > 0 ? [richText(lines(intro), bullets(entries), lines(...more, ...gone, add))] : []),
    ...(entries.length > 0 ? [] : [richText(lines(intro, ...gone, add))]),
  ];
  return message(said, [header('Keys of other programs'), ...blocks]);
}

function entry(key: ApiKey, zone: string): Sentence {
  const { madeBy, madeAt, channel, seesNumbers, lastUsedAt } = key;
  return [
    { bold: named(key) },
    ', for ',
    { channel },
    ', made by ',
    { person: madeBy },
    ' at ',
    { at: madeAt, zone, withYear: true },
    seesNumbers ? ', shown whole numbers' : '',
    ...(lastUsedAt ? [', last used at ', { at: lastUsedAt, zone, withYear: true }] : [', never used']),
    '.',
  ];
}

function named({ name }: ApiKey): string {
  return cut(oneLine(name), 40);
}
