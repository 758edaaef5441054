import { nothingForeseen } from '../../domain/answering/answering.ts';
import { type AnsweringTexts, readAnswering } from '../../domain/answering/answering-texts.ts';
import type { KeptForm } from '../../domain/answering/kept-form.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../domain/campaign/campaign-form.ts';
import { readNotAfter } from '../../domain/campaign/not-after.ts';
import { whyNotOpen } from '../../domain/campaign/permissions.ts';
import { CampaignError, FormError, type FormField } from '../../domain/campaign-error.ts';
import type { CampaignId, Instant, UserId } from '../../domain/ids.ts';
import { readLeaveOut } from '../../domain/leave-out/read-leave-out.ts';
import type { Canary } from '../../domain/pace/canary.ts';
import { type CanaryTexts, readCanary } from '../../domain/pace/canary-texts.ts';
import type { Store } from '../../ports/store.ts';
import { requireCreator, requireWriter } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { needCampaign } from '../lifecycle/change-campaign.ts';
import { newFormKey } from '../new-id.ts';
import { refuseUnlessEditable } from './editing.ts';
import { pickCampaign } from './looking.ts';

/** What stands behind **More settings**: how a campaign is answered, whom it leaves out, and who sets its pace. */
export type Settings = Required<Pick<CampaignContent, 'answering' | 'leaveOut'>> &
  Pick<CampaignContent, 'pace'> & {
    /** Null: it is tried on nobody first. */
    canary?: Canary | null;
    /** Null: it has no last moment. */
    notAfter?: Instant | null;
  };

/** What a person wrote into each field there. */
export type SettingsTexts = AnsweringTexts & {
  leaveOut: string;
  pace?: string;
  notAfter?: string;
} & Partial<CanaryTexts>;

/** The same as its author enters it while the form is still open. */
export type MoreSettings = {
  /**
   * What was kept with the form, else what the edited campaign has; `isGone`: something was kept, and is forgotten. The
   * key is the form's, or a new one. Throws like the form's own doors.
   */
  moreSettingsOf(
    form: { key: string | null; campaignId: CampaignId | null },
    by: UserId,
  ): Promise<{ key: string; settings: Settings; isGone: boolean }>;
  /** Reads what was typed and keeps it under the key; throws a FormError that names every wrong field. */
  keepMoreSettings(
    form: { key: string; campaignId: CampaignId | null },
    input: { typed: SettingsTexts; by: UserId },
  ): Promise<{ settings: Settings; campaign: Campaign | null }>;
};

export function createMoreSettings(deps: Pick<Deps, 'store' | 'people' | 'clock' | 'settings'>): MoreSettings {
  const { store, people, clock } = deps;

  /** The edited campaign, if this person may edit it; null for a new one. */
  const editedBy = async (by: UserId, id: CampaignId | null, find: typeof people.find): Promise<Campaign | null> => {
    const person = await find(by);
    requireCreator(deps, person);
    if (id === null) return null;
    const campaign = await needCampaign(store, id);
    requireWriter(deps, person, campaign);
    refuseUnlessEditable(campaign);
    return campaign;
  };

  /** The other campaigns that the person may open, to be named in a line. */
  const othersOf = async (by: UserId, id: CampaignId | null): Promise<Campaign[]> => {
    const person = await people.find(by);
    const all = await store.campaigns.list();
    return all.filter((one) => one.id !== id && !whyNotOpen(person, one, deps.settings.roles));
  };

  return {
    moreSettingsOf: async ({ key, campaignId }, by) => {
      const campaign = await editedBy(by, campaignId, people.find);
      const kept = await keptBy(store, key, by);
      const settings = {
        answering: kept?.answering ?? campaign?.answering ?? nothingForeseen,
        leaveOut: kept?.leaveOut ?? campaign?.leaveOut ?? [],
        pace: kept?.pace ?? campaign?.throttle.pace,
        canary: kept?.canary === undefined ? (campaign?.canary ?? null) : kept.canary,
        notAfter: kept?.notAfter === undefined ? (campaign?.notAfter ?? null) : kept.notAfter,
      };
      return { key: key ?? newFormKey(), settings, isGone: key !== null && kept === undefined };
    },

    keepMoreSettings: async ({ key, campaignId }, { typed, by }) => {
      const campaign = await editedBy(by, campaignId, people.findNowOrLately);
      const settings = readSettings(typed, await othersOf(by, campaignId), clock.now());
      const kept = await store.forms.get(key);
      if (kept && kept.by !== by)
        throw new CampaignError('not_yours', 'This form is somebody else’s. Open one of your own.');
      await store.forms.keep(key, { ...settings, by, at: clock.now().toISOString() });
      return { settings, campaign };
    },
  };
}

/** Throws one FormError that names every wrong field. */
export function readSettings(
  { leaveOut, pace, canaryFirst = '', canaryThen = 'wait', notAfter = '', ...typed }: SettingsTexts,
  others: readonly Campaign[],
  now: Date,
): Settings {
  const problems = new Map<FormField, string>();
  const read = <T>(reader: () => T): T | undefined => {
    try {
      return reader();
    } catch (error) {
      if (error instanceof FormError) for (const [field, sentence] of error.problems) problems.set(field, sentence);
      else if (error instanceof CampaignError && error.field) problems.set(error.field, error.message);
      else throw error;
      return undefined;
    }
  };
  const answering = read(() => readAnswering(typed));
  const rules = read(() => readLeaveOut(leaveOut, (query) => pickCampaign(others, query)));
  const canary = read(() => readCanary({ canaryFirst, canaryThen }));
  const lastMoment = read(() => readNotAfter(notAfter, now));
  if (problems.size > 0) throw new FormError(problems);
  const chosen: Pick<Settings, 'pace'> = pace === 'team' || pace === 'fixed' ? { pace } : {};
  return { answering: answering!, leaveOut: rules!, canary: canary ?? null, notAfter: lastMoment ?? null, ...chosen };
}

/** What this person kept with their form; a form that nothing was kept with has no key. Throws when it is forgotten. */
export async function settingsIn(
  store: Store,
  key: string | null,
  by: UserId,
): Promise<Pick<CampaignContent, 'answering' | 'leaveOut' | 'pace' | 'canary' | 'notAfter'>> {
  if (key === null) return {};
  const kept = await keptBy(store, key, by);
  if (kept) {
    const { answering, leaveOut, pace, canary, notAfter } = kept;
    return {
      answering,
      ...(leaveOut && { leaveOut }),
      ...(pace && { pace }),
      ...(canary !== undefined && { canary: canary ?? undefined }),
      ...(notAfter !== undefined && { notAfter: notAfter ?? undefined }),
    };
  }
  throw new CampaignError(
    'form_gone',
    'What you entered at More settings was kept for a week and is gone. Enter it there again, or press Preview to go on without it.',
    'expected',
  );
}

async function keptBy({ forms }: Store, key: string | null, by: UserId): Promise<KeptForm | undefined> {
  const kept = key === null ? undefined : await forms.get(key);
  return kept?.by === by ? kept : undefined;
}
