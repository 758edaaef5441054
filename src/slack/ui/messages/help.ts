import { commands } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { header, type Message, message } from '../parts/message.ts';
import { bullets, lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';

const explained: readonly (readonly [words: string, does: string])[] = [
  ['', 'opens the form for a new campaign.'],
  ['new Reunion --batch 50 --every 5m --from 12015550123', 'opens it filled in.'],
  [
    'list',
    'shows the campaigns; list running, waiting, drafts, mine or all shows only those, and list 2 the next page.',
  ],
  ['status Reunion', 'shows how one campaign is going.'],
  ['pause Reunion', 'stops sending for now; resume goes on, and cancel ends it for good.'],
  ['answer Reunion', 'goes through the replies that wait; without a name, where somebody has waited longest.'],
  ['export Reunion', 'sends you a file with everyone and what became of their message (admins only).'],
  ['remind 9:00', 'writes to you each day at that time what waits for you; remind off ends it.'],
  ['why +12015550123', 'tells what became of one person, and why.'],
  ['rules France', 'tells what the rules ask there; also of a state or a number, or of all without one.'],
  ['optout check +12015550123', 'tells whether a number has opted out, and since when.'],
  ['optout add +12015550123 rang and said no', 'opts a number out; what was said is kept with it.'],
  ['optout import', 'opts out everybody in up to 10 CSV files, such as your provider’s list.'],
  ['optout export', 'sends you a file with everybody who opted out (admins only).'],
  [
    'optout remove +12015550123 because she asked by letter',
    'lets campaigns text it again (admins only); the channel reads why.',
  ],
  [
    'keys add CRM',
    'makes a key with which another program can send campaigns in to this channel; keys list and keys revoke CRM too (admins only).',
  ],
];

/** All commands with examples. Before them stands the word that was not understood and what it was meant to be, or what is wrong with a flag. */
export function helpMessage(
  wrong: { unknownWord?: string; meant?: string | undefined; problem?: string } = {},
): Message {
  const word = cut(oneLine(wrong.unknownWord ?? ''), 60);
  const problem = cut(oneLine(wrong.problem ?? ''), shown.sentence);
  const unknown: Sentence[] = word
    ? [['Trickle does not understand ', { code: word }, ' here.', ...proposal(wrong.meant)]]
    : [...(problem ? [readSentence(problem)] : [])];
  const intro: Sentence = [
    'Trickle texts many people at a pace that your team can answer. Somebody else approves each campaign first.',
  ];
  const examples = explained.map(
    ([words, does]): Sentence => [
      { code: words ? `${commands.smsCampaign} ${words}` : commands.smsCampaign },
      ` ${does}`,
    ],
  );
  const names: Sentence = [
    'Instead of a name you can write the short id that each campaign shows, or the start of either.',
  ];
  return message(
    [...unknown, intro, ...examples, names],
    [header('How to use /sms-campaign'), richText(lines(...unknown, intro), bullets(examples), lines(names))],
  );
}

function proposal(meant: string | undefined): Sentence {
  if (!meant) return [' This is what it understands:'];
  return [' Did you mean ', { code: meant.startsWith('--') ? meant : `${commands.smsCampaign} ${meant}` }, '?'];
}
