import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { isFullMember } from '../../domain/campaign/permissions.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { UserId } from '../../domain/ids.ts';
import type { SlackPeople } from '../api/people.ts';
import { isFromHere, type Workspace } from './workspace.ts';

/** Only full members of this workspace reach a listener; the services decide what each of them may do. */
export function membersOnly(people: SlackPeople, workspace: () => Promise<Workspace>): Middleware<AnyMiddlewareArgs> {
  const unknown = () =>
    new CampaignError(
      'unknown_person',
      `Trickle could not look up who you are, so it does nothing for now. ${people.trouble() ?? 'Try again in a minute.'}`,
    );
  return async ({ body, context, next }) => {
    const ours = await workspace().catch(() => {
      throw unknown();
    });
    if (!isFromHere(body, ours)) throw new CampaignError('other_workspace', onlyMembers);
    const person = context.userId ? await people.find(context.userId as UserId) : undefined;
    if (!person) throw unknown();
    if (!isFullMember(person)) throw new CampaignError('not_a_member', onlyMembers);
    await next();
  };
}

const onlyMembers = 'Only full members of this workspace can use Trickle. Ask a colleague.';
