import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, PlainTextOption } from '@slack/types';
import { howToName } from '../../../domain/campaign/permissions.ts';
import type { FolderQuestion } from '../../../domain/folder-standing.ts';
import type { Instant } from '../../../domain/ids.ts';
import { momentInWords } from '../../../domain/moment.ts';
import type { FolderBox } from '../../../services/folder/folder-question.ts';
import { fieldValue, formField } from '../parts/form-field.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { number } from '../words/number-words.ts';

/** A box that an admin ticks before the first text leaves from a folder that is new, or older than the world. */
export function folderField(box: FolderBox | null, zone: string, { optional = false } = {}): InputBlock[] {
  if (!box) return [];
  const { label, tick, why } = words(box.question, zone);
  const option: PlainTextOption = { text: { type: 'plain_text', text: tick, emoji: false }, value: box.question.at };
  const hint = cut(oneLine(`${why} ${whoTicks(box.admins)}`), 1_500);
  return [formField({ field: 'folder', label, hint, optional }, { type: 'checkboxes', options: [option] })];
}

/** Was it there, and ticked? If so, which question it was about, by its moment; boxes of before do not tell. */
export function readFolderBox(view: Pick<ViewOutput, 'state'>): boolean | Instant {
  const [ticked] = fieldValue(view, 'folder')?.selected_options ?? [];
  return ticked !== undefined && (ticked.value === 'yes' || ticked.value);
}

function words(question: FolderQuestion, zone: string): { label: string; tick: string; why: string } {
  if (question.kind === 'new') {
    return {
      label: 'This Trickle knows no opt-outs yet: its data folder is new',
      tick: 'The folder is meant to be new, and nobody on this list has opted out',
      why: 'If Trickle ran here before, do not approve: ask whoever runs it where its folder is.',
    };
  }
  const since = question.knownUntil ? ` after ${momentInWords({ at: question.knownUntil, zone })}` : '';
  if (question.kind === 'unknown') {
    return {
      label: 'Nobody can tell whether this Trickle’s data folder is the newest one',
      tick: 'The folder is the newest one, and nobody on this list must be left out',
      why: `Slack does not let Trickle look at its own posts. If a backup was restored, texts sent and STOPs received${since} are not known here. ${importFirst}`,
    };
  }
  return {
    label: 'This Trickle’s data folder is older than the world: a backup was restored',
    tick: 'I know what is missing, and nobody on this list must be left out',
    why: `Texts sent and STOPs received${since} are not known here, up to ${number(question.missing)} changes. ${importFirst}`,
  };
}

const importFirst = 'Import your provider’s list of them first: /sms-campaign optout import.';

function whoTicks(admins: readonly string[]): string {
  if (admins.length === 0) return `An admin ticks it, once, and nobody is named yet. ${howToName('a member id (U…)')}`;
  return `An admin ticks it, once: ${admins.join(', ')}.`;
}
