import type { Fate, Wait, WhatBecame } from '../../../domain/fate/what-became-of.ts';
import { leftOutInWords } from '../../../domain/leave-out/left-out-because.ts';
import { momentBeside } from '../../../domain/moment.ts';
import type { BatchPlan } from '../../../domain/pace/throttle.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import type { Sentence } from '../parts/sentence.ts';
import { pausedBecause } from './pause-words.ts';
import { reasonsInWords } from './reason-words.ts';

/** One sentence about one person in one campaign: "Texted, and delivered at 16:05 on 23 Nov (Europe/Berlin)." */
export function fateSentence(became: WhatBecame, zone: string): Sentence {
  const { fate, at, mayHaveGotEarlier, optedOutSince } = became;
  const moment: Sentence = at === null ? [] : [' at ', { at, zone, withYear: true }];
  const isOptedOut = fate.kind === 'never' && fate.because === 'opted_out';
  const when = optedOutSince && { at: optedOutSince, zone, withYear: true };
  const what: Sentence = isOptedOut
    ? [`Not texted: the person ${when ? 'is' : 'had'} opted out`, ...(when ? [' since ', when] : [])]
    : fateWords(fate, moment, zone);
  // The zone is named once.
  const said = what.find((piece) => typeof piece === 'object' && 'at' in piece);
  const since = when && (said ? momentBeside(when, said.at) : when);
  const earlier: Sentence = mayHaveGotEarlier ? ['; an earlier message may have arrived'] : [];
  const later: Sentence = since && !isOptedOut ? ['; opted out since ', since] : [];
  return [...what, ...earlier, ...later, '.'];
}

function fateWords(fate: Fate, at: Sentence, zone: string): Sentence {
  switch (fate.kind) {
    case 'leaving':
      return ['The message leaves now'];
    case 'texted':
      return textedWords(fate, at);
    case 'refused':
      return ['Not texted: the SMS provider refused the message', ...at, ...because(fate.code)];
    case 'in_doubt':
      return ['Nobody can know whether the message went out', ...because(fate.because), ...givenUp(fate, at)];
    case 'waits':
      return ['Waits: ', ...waitWords(fate.wait, zone)];
    case 'never':
      return neverWords(fate.because, at);
    case 'left_out':
      return [`Not texted: the person ${cut(oneLine(leftOutInWords(fate.because, fate.name)), shown.reason)}`];
  }
}

function textedWords({ reported, code }: Extract<Fate, { kind: 'texted' }>, at: Sentence): Sentence {
  switch (reported) {
    case 'nothing':
      return ['Texted', ...at, ', no receipt yet'];
    case 'never':
      return ['Texted, and no receipt came'];
    case 'delivered':
      return ['Texted, and delivered', ...at];
    case 'undeliverable':
      return ['Texted, but not delivered', ...because(code)];
    case 'rejected':
      return ['Texted, but rejected on the way', ...because(code)];
  }
}

function givenUp({ isClosed, closedBy }: Extract<Fate, { kind: 'in_doubt' }>, at: Sentence): Sentence {
  if (!isClosed) return ['; an admin decides in the thread'];
  return closedBy ? ['; ', { person: closedBy }, ' left it at that', ...at] : ['; it was left at that', ...at];
}

function because(code: string | null): Sentence {
  return code === null ? [] : [`, because ${reasonsInWords(code)}`];
}

function neverWords(reason: string, at: Sentence): Sentence {
  if (reason === 'duplicate') return ['Not texted: the person is on the list twice, and got it there or will'];
  if (reason === 'cancelled' || reason === 'cancelling') return ['Not texted: the campaign was cancelled', ...at];
  if (reason === 'failed') return ['Not texted: the campaign was stopped for good'];
  if (reason.startsWith('missing_')) {
    return [`Not texted: the list has no value for {{${reason.slice('missing_'.length)}}}`];
  }
  return [`Not texted: ${reasonsInWords(reason)}`];
}

function waitWords(wait: Wait, zone: string): Sentence {
  switch (wait.for) {
    case 'submission':
      return ['the campaign is a draft'];
    case 'approval':
      return ['somebody else has to approve the campaign'];
    case 'start':
      return wait.at
        ? ['the campaign starts at ', { at: wait.at, zone, withYear: true }]
        : ['the campaign is to start'];
    case 'resume':
      return [
        'the campaign is paused',
        ...(wait.pause ? pausedBecause(wait.pause) : []),
        ', and goes on when somebody presses Resume',
      ];
    case 'decision':
      return ['the person wrote what may mean STOP, and somebody decides in the thread'];
    case 'turn':
      return turnWords(wait.plan, zone);
  }
}

function turnWords(plan: BatchPlan | null, zone: string): Sentence {
  if (plan?.kind !== 'wait') return ['its turn comes with this batch or a later one'];
  switch (plan.because) {
    case 'interval':
    case 'quiet hours':
      return plan.until ? ['the next batch leaves at ', { at: plan.until, zone }] : ['the next batch leaves soon'];
    case 'places':
      return ['it is night, a holiday or a day of rest where they may be'];
    case 'open replies':
      return ['too many replies are unanswered'];
    case 'late replies':
      return ['a reply has waited too long for its answer'];
    case 'no room':
      return ['the team has as many replies before it as it can take on'];
    case 'nobody answers':
      return ['replies are open, and nobody has handled one for an hour'];
    case 'turn':
      return ['another campaign of the channel sends its batch first'];
    case 'canary':
      return ['it was tried on the first people, and somebody decides about the others'];
    case 'held people':
      return ['the replies of people before them wait for Opt out or Keep texting'];
    case 'in flight':
      return ['the SMS provider has yet to answer for those before'];
    case 'clock':
      return ['the clock of the computer that Trickle runs on was set back'];
    case 'provider':
      return ['the SMS provider takes no messages now'];
    case 'storage':
      return ['Trickle cannot save what it does'];
    case 'folder':
      return ['Trickle asks whether its data folder is the newest one'];
  }
}
