import type { Campaign } from '../domain/campaign/campaign.ts';
import {
  howToName,
  type Member,
  type Refusal,
  whyNotAdminister,
  whyNotApprove,
  whyNotApprovePace,
  whyNotCancel,
  whyNotCount,
  whyNotCreate,
  whyNotGoOn,
  whyNotOpen,
  whyNotSee,
  whyNotSendAnyway,
  whyNotWrite,
} from '../domain/campaign/permissions.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import type { UserId } from '../domain/ids.ts';
import type { Deps } from './deps.ts';

/**
 * Who may do what, in one place: each of these throws a CampaignError unless the person may. A person who could not be
 * looked up may do nothing. The rules themselves are in domain/campaign/permissions.ts.
 */

type Rules = Pick<Deps, 'settings'>;
/** Undefined: could not be looked up. */
type Asker = Member | undefined;

/** Writes campaigns, pauses them, answers replies. */
export function requireCreator({ settings }: Rules, person: Asker): asserts person is Member {
  refuse(whyNotCreate(person, settings.roles));
}

/** Sees what the program knows. */
export function requireReader({ settings }: Rules, person: Asker): asserts person is Member {
  refuse(whyNotSee(person, settings.roles));
}

/** Sees this campaign. */
export function requireOpener({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotOpen(person, campaign, settings.roles));
}

/** Edits, tests and submits this campaign. */
export function requireWriter({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotWrite(person, campaign, settings.roles));
}

/** Releases this campaign. */
export function requireApprover({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotApprove(person, campaign, settings.roles));
}

/** Releases the faster pace that somebody proposed for it. */
export function requirePaceApprover({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotApprovePace(person, campaign, settings.roles));
}

/** Ends this campaign for good. */
export function requireCanceller({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotCancel(person, campaign, settings.roles));
}

/** Says what answers to this campaign are counted as. */
export function requireCounter({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotCount(person, campaign, settings.roles));
}

/** Sends its next batch in spite of open replies. */
export function requireSenderAnyway({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotSendAnyway(person, campaign, settings.roles));
}

/** Lets this campaign go on after its first people. */
export function requireGoOn({ settings }: Rules, person: Asker, campaign: Campaign): asserts person is Member {
  refuse(whyNotGoOn(person, campaign, settings.roles));
}

/** Names the admins to anybody else. `what` completes "Only an admin can …"; `otherwise`: what can be done without one. */
export async function requireAdmin(
  deps: Pick<Deps, 'people' | 'settings'>,
  person: Member | undefined,
  { what = 'do this', otherwise = '' }: { what?: string; otherwise?: string } = {},
): Promise<void> {
  const refusal = whyNotAdminister(person, deps.settings.roles);
  if (!refusal) return;
  const sentence =
    refusal.code === 'not_allowed'
      ? `Only an admin can ${what}: ask ${oneOf(await namesOfAdmins(deps))}.`
      : refusal.sentence;
  throw new CampaignError(refusal.code, otherwise === '' ? sentence : `${sentence} ${otherwise}`);
}

export function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw new CampaignError(refusal.code, refusal.sentence);
}

/** The named admins, as people know them. */
export function namesOfAdmins({ people, settings }: Pick<Deps, 'people' | 'settings'>): Promise<string[]> {
  return Promise.all(
    settings.roles.admins.map(async (id) => {
      if (id.startsWith('S')) return `somebody of the user group ${id}`;
      return (await people.find(id as UserId))?.name ?? id;
    }),
  );
}

const mostNamed = 5;

/** "Ada, Ben or Cleo"; without names, how to name an admin. */
export function oneOf(names: readonly string[]): string {
  if (names.length === 0) return `an admin. Nobody is named yet: ${howToName('a member id (U…)')}`;
  const [last = '', ...others] = names.slice(0, mostNamed).reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}
