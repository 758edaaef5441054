import { contentHash } from '../../domain/campaign/approval.ts';
import type { Approval, Campaign } from '../../domain/campaign/campaign.ts';
import { isUncertain, type Member, whyNotApprove } from '../../domain/campaign/permissions.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { StorageError } from '../../ports/store.ts';
import type { Deps } from '../deps.ts';
import { measured } from '../list/stored-list.ts';
import { createListChecks, type ListChecks } from './list-checks.ts';

/**
 * A start's conditions: `unknown` while nobody can say whether the approver may still approve, `void` when they may
 * not, `altered` when the stored content is not what they approved.
 */
export type StartVerdict = 'release' | 'unknown' | 'void' | 'altered';

/** Finds out apart from the tick whether campaigns may start: nobody else waits for a slow chat or a long list. */
export type StartChecks = {
  /** What is known now; starts finding out the rest. Undefined: still looking. Never waits. */
  look(campaign: Campaign, approval: Approval): StartVerdict | undefined;
  /** Somebody may approve it soon: its list is looked at meanwhile. */
  prepare(campaign: Campaign): void;
  /** Looks at nothing more; resolves when the looks under way have ended. */
  stop(): Promise<void>;
};

type Check = {
  /** The list is what was approved. */
  isAsApproved?: boolean;
  verdict?: StartVerdict;
  atMs: number;
  /** How many times in a row nobody could say. */
  failures: number;
  looking?: Promise<void> | undefined;
};

/** An older answer about the approver starts nothing. */
const freshMs = 10_000;
const answerMs = 5_000;
const longestPauseMs = 60_000;

/** `onKnown`: a verdict has been found. */
export function createStartChecks(deps: Deps, onKnown: () => void = () => {}): StartChecks {
  const { clock, log, people, settings } = deps;
  const checks = new Map<CampaignId, { of: string; check: Check }>();
  const lists = createListChecks(deps);
  const stopping = new AbortController();

  const lookNow = async (campaign: Campaign, approval: Approval, check: Check): Promise<void> => {
    try {
      check.isAsApproved ??= await holdsWhatWasApproved(deps, lists, campaign, approval);
      const approver = check.isAsApproved && (await Promise.race([people.findNow(approval.by), patience()]));
      check.verdict = approver === false ? 'altered' : verdictOn(approver || undefined, campaign);
    } catch (error) {
      if (!stopping.signal.aborted) log.error({ campaignId: campaign.id, err: error }, 'A start could not be checked');
      delete check.verdict;
    }
    const isOpen = check.verdict === undefined || check.verdict === 'unknown';
    check.failures = isOpen ? check.failures + 1 : 0;
    check.atMs = clock.real.monotonicMs();
    check.looking = undefined;
    if (!stopping.signal.aborted) onKnown();
  };
  const patience = (): Promise<void> => clock.real.sleep(answerMs, stopping.signal);

  const verdictOn = (approver: Member | undefined, campaign: Campaign): StartVerdict => {
    const refusal = whyNotApprove(approver, campaign, settings.roles);
    if (!refusal) return 'release';
    return isUncertain(refusal) ? 'unknown' : 'void';
  };

  const checkOf = (id: CampaignId, { at, contentHash: approved }: Approval): Check => {
    const of = `${at} ${approved}`;
    const known = checks.get(id);
    if (known?.of === of) return known.check;
    const check: Check = { atMs: Number.NEGATIVE_INFINITY, failures: 0 };
    checks.set(id, { of, check });
    return check;
  };

  return {
    look: (campaign, approval) => {
      if (contentHash(campaign) !== approval.contentHash) return 'altered';
      const check = checkOf(campaign.id, approval);
      const ageMs = clock.real.monotonicMs() - check.atMs;
      const isDue = ageMs >= (check.failures > 0 ? pauseMs(check.failures) : freshMs);
      if (isDue && !stopping.signal.aborted) check.looking ??= lookNow(campaign, approval, check);
      return check.failures === 0 && ageMs >= freshMs ? undefined : check.verdict;
    },
    prepare: lists.prepare,
    stop: async () => {
      stopping.abort();
      await lists.stop();
      await Promise.all([...checks.values()].map(({ check }) => check.looking));
    },
  };
}

/** Doubles each time nobody could say. */
function pauseMs(failures: number): number {
  return Math.min(longestPauseMs, 1_000 * 2 ** Math.min(10, failures - 1));
}

/** The approval names a hash, the hash names the list's hash, and the stored list must still give that one. */
async function holdsWhatWasApproved(
  { store }: Deps,
  lists: ListChecks,
  campaign: Campaign,
  approval: Approval,
): Promise<boolean> {
  if (contentHash(campaign) !== approval.contentHash) return false;
  try {
    return (await lists.isAsStored(campaign)) && (await wasWholeShown(store, campaign));
  } catch (error) {
    if (error instanceof StorageError && error.isDamage) return false;
    throw error;
  }
}

/** Former versions showed nothing of people who were opted out when the list was read and may be back: they add nothing new. */
async function wasWholeShown(store: Deps['store'], campaign: Campaign): Promise<boolean> {
  const shown = campaign.segments;
  if (!shown.countries || campaign.list.optedOut === 0) return true;
  const { segments } = await measured(store, campaign);
  return segments.countries.length === shown.countries.length && segments.odd?.people === shown.odd?.people;
}
