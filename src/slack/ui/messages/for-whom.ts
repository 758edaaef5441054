import type { Note } from '../../../domain/campaign/announcement.ts';
import { approversOf, type Campaign } from '../../../domain/campaign/campaign.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { Sentence } from '../parts/sentence.ts';

/** More names than these read like a list of the staff. */
const mostNamed = 10;

/**
 * Who has to hear of it is mentioned, once, in the thread and not in person besides: the author and the approver, but not
 * whoever did it; where only admins can do something, they. What people expect to happen, such as a batch, calls nobody.
 */
export function forWhom(note: Note, campaign: Campaign, admins: readonly string[] = []): Sentence[] {
  const actor = 'by' in note ? note.by : null;
  const called = note.kind === 'unconfirmed' && admins.length > 0 ? admins : concerned(note, campaign);
  return thisIsFor([...new Set(called)].filter((id) => id !== actor).slice(0, mostNamed));
}

/** "@Ada, @Ben and the group @leads: this is for you." */
export function thisIsFor(people: readonly string[]): Sentence[] {
  if (people.length === 0) return [];
  const pieces = people.flatMap((id, index) => [
    index === 0 ? '' : index === people.length - 1 ? ' and ' : ', ',
    id.startsWith('S') ? { group: id } : { person: id },
  ]);
  return [[...pieces, ': this is for you.']];
}

function concerned(note: Note, campaign: Campaign): UserId[] {
  const { createdBy } = campaign;
  const both = [createdBy, ...approversOf(campaign)];
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
    case 'pace_proposed':
    case 'canary':
      return both;
    case 'started':
    case 'batch':
    case 'hold_began':
    case 'hold_ended':
    case 'hold_undecided':
    case 'sent_anyway':
    case 'provider_takes':
    case 'resumed':
    case 'exported':
    case 'sent_all':
    case 'pace_changed':
    case 'pace_kept':
    case 'canary_went_on':
      return [];
    case 'pace_approved':
      return [note.proposedBy];
  }
}
