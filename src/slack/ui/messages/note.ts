import type { Note } from '../../../domain/campaign/announcement.ts';
import { type Campaign, expectedAudience } from '../../../domain/campaign/campaign.ts';
import { paceOf } from '../../../domain/campaign/pace-of.ts';
import { canaryAsks, whatIsKnown } from '../../../domain/pace/canary-words.ts';
import type { Recipient } from '../../../domain/recipient/recipient.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { shown } from '../../limits.ts';
import { buttons } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { goOnButton, stopButton } from '../sections/canary-buttons.ts';
import { paceSentences } from '../sections/differences.ts';
import { endsAt } from '../words/figures.ts';
import { neverAnsweredSentences } from '../words/hands-words.ts';
import { count, number, people } from '../words/number-words.ts';
import { whyPaused } from '../words/pause-words.ts';
import { standstillSentence } from '../words/standstill-words.ts';
import { othersInWords } from '../words/status-words.ts';
import { mergeBatchNotes } from './batch-notes.ts';
import { figureSentences, figuresOfThen } from './campaign-message.ts';
import { forWhom } from './for-whom.ts';
import { summaryNote } from './summary.ts';
import { unconfirmedNote } from './unconfirmed.ts';

type NoteContext = {
  campaign: Campaign;
  /** Those whom the note names by their position in the list. */
  recipients: readonly Recipient[];
  report: CampaignReport | null;
  /** How many get it, as sending begins. */
  audience?: number;
  /** When it happened. */
  at?: string;
  /** Users and user groups that are named as admins. */
  admins?: readonly string[];
};

/** What the campaign's thread is told about one event. */
export function noteMessage(note: Note, context: NoteContext): Message {
  const { campaign } = context;
  switch (note.kind) {
    case 'batch':
      return mergeBatchNotes([note]);
    case 'unconfirmed':
      return unconfirmedNote(note, context);
    case 'completed':
      return summaryNote(context.report, campaign);
    case 'canary': {
      const told = said([...sentences(note, context), ...forWhom(note, campaign)]);
      const row = buttons([goOnButton(campaign), stopButton(campaign)]);
      return { text: told.text, blocks: row ? [...told.blocks, row] : told.blocks };
    }
    default:
      return said([...sentences(note, context), ...finalCounts(note, context.report), ...forWhom(note, campaign)]);
  }
}

function sentences(
  note: Exclude<Note, { kind: 'batch' | 'unconfirmed' | 'completed' }>,
  { campaign, at, report, audience = expectedAudience(campaign) }: NoteContext,
): Sentence[] {
  const moment: Sentence = at ? [' at ', { at, zone: campaign.zone }] : [];
  switch (note.kind) {
    case 'approved':
      return [['Approved by ', { person: note.by }, '.']];
    case 'started':
      if (audience === 0) return [['Sending begins, and nobody on the list gets it as it stands.']];
      return [[`Sending begins: ${people(audience)} in batches of ${number(paceOf(campaign).throttle.batchSize)}.`]];
    case 'hold_began':
      return [
        note.isLate
          ? ['Held', ...moment, ': a reply had waited too long for its answer. The hold ends once it is answered.']
          : [
              'Held',
              ...moment,
              `: ${wereUnanswered(note.unanswered)}${ofOthers(note)}. The hold ends when ${endsAt(note.resumeAt)}.`,
            ],
        answerHere,
      ];
    case 'sent_anyway':
      return [
        [
          { person: note.by },
          ` had a batch sent though ${wereUnanswered(note.unanswered)}: “${cut(oneLine(note.reason), shown.reason)}”`,
        ],
      ];
    case 'hold_lasts':
      return [
        [
          `Still held: ${wereUnanswered(note.unanswered)}, and nothing had been sent since `,
          { at: note.since, zone: campaign.zone },
          '.',
        ],
        answerHere,
      ];
    case 'hold_ended':
      return [[`The hold ended: ${wereUnanswered(note.unanswered)}.`]];
    case 'hold_undecided':
      return [
        [
          `Nobody decided within 24 hours about a text of ${cut(oneLine(note.who), shown.name)}, so it counts as an opt-out.`,
        ],
      ];
    case 'provider_waits':
      return [
        ['Nothing is sent: ', ...standstillSentence(note, campaign.zone)],
        ['Nobody is lost: Trickle tries again by itself, and goes on where it stopped.'],
      ];
    case 'provider_takes':
      return [['The SMS provider takes messages again, and sending goes on.']];
    case 'paused':
      return [...whyPaused(note), ...inFlight(note.inFlight), ...whatToDo(note)];
    case 'resumed':
      return [['Resumed by ', { person: note.by }, '.']];
    case 'cancelled':
      return [
        // With figures below, those say how many: some were left out before, and two numbers would not agree.
        ['Cancelled by ', { person: note.by }, `. It is final${report ? nobodyElse : without(note.skipped)}.`],
        ...inFlight(note.inFlight),
      ];
    case 'exported':
      return [[{ person: note.by }, ' exported the list with whole numbers and conversations.']];
    case 'canary':
      return canaryAsks(note).map((sentence): Sentence => [sentence]);
    case 'canary_went_on':
      return [
        note.by
          ? [{ person: note.by }, ` pressed Go on: everybody else gets it too. ${whatIsKnown(note)}`]
          : [`It goes on by itself: few opted out. ${whatIsKnown(note)}`],
      ];
    case 'sent_all':
      return [['Every message has left. Trickle waits up to 72 hours for delivery receipts, then sums up here.']];
    case 'failed':
      return [
        [`Stopped for good: ${cut(oneLine(note.detail), shown.reason)}`],
        ['Nobody else gets a message, and it cannot be resumed. Tell whoever runs Trickle, and write a new campaign.'],
      ];
    case 'pace_changed':
      return [[{ person: note.by }, ' changed the pace:'], ...paceSentences(note.from, note.to)];
    case 'pace_proposed':
      return [
        [{ person: note.by }, ' proposes another pace:'],
        ...paceSentences(note.from, note.to),
        ['The pace stays as it was until somebody else approves this, at Review on its message in the channel.'],
      ];
    case 'pace_approved':
      return [
        [{ person: note.by }, ' approved the pace that ', { person: note.proposedBy }, ' proposed:'],
        ...paceSentences(note.from, note.to),
      ];
    case 'pace_kept':
      return [[{ person: note.by }, ' kept the pace as it is, so nothing else is proposed any more.']];
  }
}

const answerHere: Sentence = ['Answer them here, or press Handled where no answer is needed.'];

function wereUnanswered(replies: number): string {
  return `${count(replies, 'reply was', 'replies were')} unanswered`;
}

/** ", 9 of them to “Autumn”" */
function ofOthers({ others = [] }: Extract<Note, { kind: 'hold_began' }>): string {
  return others.length === 0 ? '' : `, ${othersInWords(others)}`;
}

const nobodyElse = ': nobody else gets the message';

function without(skipped: number): string {
  return skipped > 0 ? `: ${people(skipped)} will not get a message` : '';
}

/** How far it got, where it ends before everybody got the message: receipts may still come. */
function finalCounts({ kind }: Note, report: CampaignReport | null): Sentence[] {
  if (!report || (kind !== 'cancelled' && kind !== 'failed')) return [];
  return [figuresOfThen(report), ...figureSentences(report), ...neverAnsweredSentences(report)];
}

/** The thread is never edited: what to do stands in the campaign's message, for as long as it is to be done. */
function whatToDo({ reason }: Extract<Note, { kind: 'paused' }>): Sentence[] {
  return reason === 'person' ? [] : [['Its card in the channel says what to do.']];
}

/** Without a figure: it changes within seconds. */
function inFlight(messages: number): Sentence[] {
  if (messages === 0) return [];
  return [['What is on the way cannot be called back.']];
}

function said(sentences: readonly Sentence[]): Message {
  return message(sentences, [richText(lines(...sentences))]);
}
