import { isUncertain, type Member, whyNotApprove, whyNotSee } from '../../domain/campaign/permissions.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { doneToday, type Reminder, standOf } from '../../domain/nudge/reminder.ts';
import { ownerOf } from '../../domain/reply/waiting.ts';
import { digest } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { findInTime } from '../gone-members.ts';

/** Tells each member at the time of their choice what waits for them, once a day; nothing when nothing does. */
export async function remindMembers(deps: Deps): Promise<void> {
  for (const reminder of await deps.store.reminders.all()) {
    const { member } = reminder;
    await remind(deps, reminder).catch((error) =>
      deps.log.error({ member, err: error }, 'A member could not be reminded; the next look tries again'),
    );
  }
}

async function remind(deps: Deps, reminder: Reminder): Promise<void> {
  const { store, clock, announcer } = deps;
  if (standOf(reminder, clock.now()) === 'later') return;
  const member = await findInTime(deps, reminder.member);
  const refusal = whyNotSee(member, deps.settings.roles);
  // Nobody can say now who may see what: asked again until it is too late.
  if (!member || (refusal && isUncertain(refusal))) {
    return standOf(reminder, clock.now()) === 'missed' ? finish(deps, reminder) : undefined;
  }
  if (refusal) return store.reminders.remove(reminder.member);

  // They may have moved: then it is later, or was before.
  const current = { ...reminder, zone: member.zone };
  const stand = standOf(current, clock.now());
  if (stand === 'later') return store.reminders.save(current);
  if (stand === 'missed') return finish(deps, current);
  const found = await whatWaitsFor(deps, member);
  const isNothing = found.approvals.length + found.replies.length === 0;
  await finish(deps, current, isNothing ? [] : [digest(reminder.member, found, clock.now())]);
  announcer.wake();
}

function finish(
  { store, clock }: Deps,
  reminder: Reminder,
  announcements: Parameters<Deps['store']['reminders']['save']>[1] = [],
): Promise<void> {
  return store.reminders.save(doneToday(reminder, clock.now()), announcements);
}

/** The approvals that they may give, and the replies in their hands, by campaign. */
async function whatWaitsFor(
  { store, settings, clock }: Deps,
  member: Member,
): Promise<{ approvals: CampaignId[]; replies: CampaignId[] }> {
  const approvals: CampaignId[] = [];
  const replies: CampaignId[] = [];
  for (const campaign of await store.campaigns.list()) {
    const { id, status } = campaign;
    if (status === 'pending_approval' && !whyNotApprove(member, campaign, settings.roles)) approvals.push(id);
    const waiting = await store.conversations.waiting(id);
    if (waiting.some((one) => ownerOf(one, clock.now()) === member.id)) replies.push(id);
  }
  return { approvals, replies };
}
