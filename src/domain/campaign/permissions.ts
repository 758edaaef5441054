import type { UserId } from '../ids.ts';
import { approversOf, type Campaign, submittersOf, writersOf } from './campaign.ts';
import { isNeverSubmitted } from './campaign-shelf.ts';
import { mayEdit } from './campaign-status.ts';

/** A member of the workspace, as far as the rules need them. */
export type Member = {
  id: UserId;
  name: string;
  /** IANA zone of their profile. */
  zone: string;
  isBot: boolean;
  isDeactivated: boolean;
  isGuest: boolean;
  /** Of another organisation, in a shared channel. */
  isExternal: boolean;
  /** The user groups they are in. */
  groups: readonly string[];
  /** Groups named by roles that nobody could look into: whether the person is in them is unknown. */
  unreadGroups?: readonly UnreadGroup[];
};

/** `gone`: the platform knows no such group (any more); `no_permission`: it does not let us look. */
export type UnreadGroup = { id: string; why: 'no_permission' | 'gone' | 'unreachable' };

/** User or user-group ids for each role. No creators or approvers: any full member. No admins: nobody. */
export type Roles = { creators: readonly string[]; approvers: readonly string[]; admins: readonly string[] };

/** Every way in which one of these rules refuses somebody. */
export const refusalCodes = [
  'unknown_person',
  'not_a_member',
  'group_unread',
  'not_allowed',
  'not_yours',
  'own_campaign',
  'no_admin',
  'needs_admin',
] as const;

export type Refusal = { code: (typeof refusalCodes)[number]; sentence: string };

/** Refused only because something could not be looked up: another look may allow it. */
export function isUncertain({ code }: Refusal): boolean {
  return code === 'unknown_person' || code === 'group_unread';
}

/** Only full, active members of this workspace have any role. */
export function isFullMember(person: Member): boolean {
  return !person.isBot && !person.isDeactivated && !person.isGuest && !person.isExternal;
}

/** Writes campaigns, pauses and cancels them, answers replies. */
export function whyNotCreate(person: Member | undefined, roles: Roles): Refusal | undefined {
  return whyNotIn(person, roles, [...roles.creators, ...roles.approvers], roles.creators, 'create campaigns');
}

/** Sees what the program knows, numbers and texts: anybody with a role that lets them write or approve. */
export function whyNotSee(person: Member | undefined, roles: Roles): Refusal | undefined {
  const gate = roles.creators.length > 0 && roles.approvers.length > 0 ? roles.creators : [];
  return whyNotIn(person, roles, [...roles.creators, ...roles.approvers], gate, 'see campaigns');
}

type Written = Pick<Campaign, 'createdBy' | 'lastEditedBy' | 'editedBy' | 'submittedBy' | 'submitters'>;
type Standing = Written & Pick<Campaign, 'status' | 'submittedAt' | 'sentBack'>;

/** Sees this campaign. A draft that was never submitted is its writers' own; people who may end it see it too. */
export function whyNotOpen(person: Member | undefined, campaign: Standing, roles: Roles): Refusal | undefined {
  const refusal = whyNotSee(person, roles);
  if (refusal || !person || !isNeverSubmitted(campaign)) return refusal;
  return isWriter(person, campaign) || hasRole(person, roles.admins) ? undefined : othersDraft;
}

/** Edits, tests and submits this campaign. */
export function whyNotWrite(person: Member | undefined, campaign: Standing, roles: Roles): Refusal | undefined {
  const refusal = whyNotCreate(person, roles);
  if (refusal || !person || !isNeverSubmitted(campaign)) return refusal;
  return isWriter(person, campaign) ? undefined : othersDraft;
}

const othersDraft: Refusal = {
  code: 'not_yours',
  sentence: 'This is somebody else’s draft. Until they submit it, only they can work on it.',
};

/** Releases a campaign: never a person who wrote or edited it or ever asked for its approval. */
export function whyNotApprove(person: Member | undefined, campaign: Written, roles: Roles): Refusal | undefined {
  if (person && isWriter(person, campaign)) return ownCampaign('You wrote or edited this campaign');
  if (person && submittersOf(campaign).includes(person.id)) return ownCampaign('You submitted this campaign yourself');
  return whyNotIn(person, roles, roles.approvers, roles.approvers, 'approve campaigns');
}

/** Releases a faster pace of a campaign: whoever may approve it, but not who proposed that pace. */
export function whyNotApprovePace(
  person: Member | undefined,
  campaign: Written & Pick<Campaign, 'paceProposal'>,
  roles: Roles,
): Refusal | undefined {
  if (person && campaign.paceProposal?.by === person.id) return ownCampaign('You proposed this pace');
  return whyNotApprove(person, campaign, roles);
}

function ownCampaign(why: string): Refusal {
  const sentence = `${why}, so somebody else has to approve it. Ask a colleague to press Review.`;
  return { code: 'own_campaign', sentence };
}

/**
 * Ends somebody's campaign for good. A draft that was never submitted is its writers' own: besides them only admins end
 * it. Before approval, only named approvers, admins and people who could approve it do. After approval it is the
 * team's.
 */
export function whyNotCancel(person: Member | undefined, campaign: Standing, roles: Roles): Refusal | undefined {
  const refusal = whyNotCreate(person, roles);
  if (refusal || !person) return refusal;
  if (!mayEdit(campaign.status)) return undefined;
  if (isWriter(person, campaign) || hasRole(person, roles.admins)) return undefined;
  if (isNeverSubmitted(campaign)) return othersDraft;
  if (hasRole(person, roles.approvers)) return undefined;
  if (campaign.status === 'pending_approval' && roles.approvers.length === 0) return undefined;
  return {
    code: 'not_yours',
    sentence: 'Before its approval only its writers, an approver or an admin can end this campaign. Ask one of them.',
  };
}

/** Says what answers to this campaign are counted as: whoever wrote or approved it, an approver or an admin. */
export function whyNotCount(
  person: Member | undefined,
  campaign: Written & Pick<Campaign, 'approval'>,
  roles: Roles,
): Refusal | undefined {
  const refusal = whyNotSee(person, roles);
  if (refusal || !person) return refusal;
  const isOurs = isWriter(person, campaign) || approversOf(campaign).includes(person.id);
  if (isOurs || hasRole(person, roles.approvers) || hasRole(person, roles.admins)) return undefined;
  return {
    code: 'not_yours',
    sentence:
      'Only whoever wrote or approved this campaign, an approver or an admin can count answers. Ask one of them.',
  };
}

/** Sends a batch in spite of open replies: whoever wrote or approved the campaign, or may approve. */
export function whyNotSendAnyway(
  person: Member | undefined,
  campaign: Written & Pick<Campaign, 'approval'>,
  roles: Roles,
): Refusal | undefined {
  return whyNotDecide(person, campaign, roles, 'send its next batch anyway');
}

/** Lets a campaign go on after its first people: the same. */
export function whyNotGoOn(
  person: Member | undefined,
  campaign: Written & Pick<Campaign, 'approval'>,
  roles: Roles,
): Refusal | undefined {
  return whyNotDecide(person, campaign, roles, 'let it go on');
}

function whyNotDecide(
  person: Member | undefined,
  campaign: Written & Pick<Campaign, 'approval'>,
  roles: Roles,
  what: string,
): Refusal | undefined {
  const refusal = whyNotSee(person, roles);
  if (refusal || !person) return refusal;
  const isOurs = isWriter(person, campaign) || approversOf(campaign).includes(person.id);
  if (isOurs || hasRole(person, roles.approvers)) return undefined;
  return {
    code: 'not_yours',
    sentence: `Only whoever wrote or approved this campaign, or an approver, can ${what}. Ask one of them.`,
  };
}

/** Lifts opt-outs, exports in full, releases unconfirmed recipients, and vouches for the data folder. */
export function whyNotAdminister(person: Member | undefined, roles: Roles): Refusal | undefined {
  if (person && isFullMember(person) && roles.admins.length === 0) {
    return {
      code: 'no_admin',
      sentence: `${nobodyIsAdmin}, so nobody can do this. ${howToName(`your member id ${person.id}`)}`,
    };
  }
  return whyNotIn(person, roles, roles.admins, roles.admins, 'do this');
}

export const nobodyIsAdmin = 'Nobody is named as an admin yet';

/** How to name an admin; `whom`: "your member id U0ADA". */
export function howToName(whom: string): string {
  return `Whoever runs Trickle sets ADMINS to ${whom} and starts it again.`;
}

function isWriter({ id }: Member, campaign: Written): boolean {
  return writersOf(campaign).includes(id);
}

export function hasRole(person: { id: UserId; groups: readonly string[] }, listed: readonly string[]): boolean {
  return listed.includes(person.id) || person.groups.some((group) => listed.includes(group));
}

function whyNotIn(
  person: Member | undefined,
  roles: Roles,
  listed: readonly string[],
  gate: readonly string[],
  what: string,
): Refusal | undefined {
  if (!person) {
    return {
      code: 'unknown_person',
      sentence: `Trickle could not look up who you are, so it does not let you ${what}. Try again in a minute.`,
    };
  }
  if (!isFullMember(person)) {
    return {
      code: 'not_a_member',
      sentence: `Only full members of this workspace can ${what}. Ask a colleague to do it.`,
    };
  }
  if (gate.length > 0 && !hasRole(person, listed) && !hasRole(person, roles.admins)) {
    const unread = person.unreadGroups?.find(({ id }) => listed.includes(id) || roles.admins.includes(id));
    if (unread) return { code: 'group_unread', sentence: unreadSentence(unread, what) };
    return {
      code: 'not_allowed',
      sentence: `You are not on the list of people who can ${what}. Ask whoever runs Trickle to add you.`,
    };
  }
  return undefined;
}

function unreadSentence({ id, why }: UnreadGroup, what: string): string {
  const fix = {
    no_permission:
      'It lacks the Slack permission `usergroups:read`: ask your Slack admin to reinstall the app from its manifest.',
    gone: 'The group was deleted or disabled: ask your Slack admin to restore it, or whoever runs Trickle to name another one.',
    unreachable: 'Slack did not answer: try again in a minute.',
  }[why];
  return `Trickle cannot read the user group \`${id}\`, so it does not know whether you can ${what}. ${fix}`;
}
