import type { Note } from '../../../domain/announcement.ts';
import type { Campaign } from '../../../domain/campaign.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { Sentence } from '../sentence.ts';

/**
 * Who has to hear of it is mentioned, once, in the thread and not in person besides: the author and the approver, but not
 * whoever did it. What people expect to happen, such as a batch, calls nobody.
 */
export function forWhom(note: Note, campaign: Campaign): Sentence[] {
  const actor = 'by' in note ? note.by : null;
  const people = [...new Set(concerned(note, campaign))].filter((id) => id !== actor);
  if (people.length === 0) return [];
  return [['For ', ...people.flatMap((id, index) => [...(index > 0 ? [' and '] : []), { person: id }]), '.']];
}

function concerned(note: Note, { createdBy, approval }: Campaign): UserId[] {
  const both = approval ? [createdBy, approval.by] : [createdBy];
  switch (note.kind) {
    case 'approved':
      return [createdBy];
    case 'paused':
      return note.by === null ? both : [];
    case 'hold_lasts':
    case 'provider_waits':
    case 'unconfirmed':
    case 'cancelled':
    case 'completed':
    case 'failed':
      return both;
    case 'started':
    case 'batch':
    case 'hold_began':
    case 'hold_ended':
    case 'provider_takes':
    case 'resumed':
    case 'sent_all':
      return [];
  }
}
