import type { ModalView } from '@slack/types';
import { seenOf } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { EarlierMessage } from '../../../domain/campaign/earlier-messages.ts';
import type { CampaignError } from '../../../domain/campaign-error.ts';
import type { UserId } from '../../../domain/ids.ts';
import type { Settings } from '../../../services/campaigns/more-settings.ts';
import { type CampaignFormContent, campaignFormModal } from '../../ui/modals/campaign-form.ts';
import type { ListenerDeps } from '../listener.ts';
import { formFor } from './open-form.ts';

/** The form with everything typed, and the problem in it; `isReplaced`: another view took its place, which loses the file. */
export function formAgain(
  { senders }: ListenerDeps,
  form: CampaignFormContent,
  problem: CampaignError,
  about: {
    edited: Campaign | undefined;
    settings: Partial<Settings>;
    earlier: readonly EarlierMessage[];
    isReplaced: boolean;
  },
): ModalView {
  const { input, pasted, seen, files, formKey, listFrom, messageNo } = form;
  const { edited, settings, earlier, isReplaced } = about;
  return campaignFormModal({
    input,
    pasted,
    senders,
    earlier,
    messageNo,
    hadFile: isReplaced && files.length > 0,
    problem: { sentence: problem.message, field: problem.field },
    answering: settings.answering ?? edited?.answering,
    leaveOut: settings.leaveOut ?? edited?.leaveOut,
    canary: settings.canary === undefined ? edited?.canary : settings.canary,
    notAfter: settings.notAfter === undefined ? edited?.notAfter : settings.notAfter,
    pace: settings.pace ?? edited?.throttle.pace,
    // Nothing is kept under it any more.
    formKey: problem.code === 'form_gone' ? null : formKey,
    ...(edited && { campaignId: edited.id, currentListSize: edited.list.size }),
    ...(seen && { seen }),
    ...(listFrom && { listFrom }),
  });
}

/** The same for a campaign that was changed meanwhile: pressed again, it replaces what is there now. */
export async function formOnChanged(
  deps: ListenerDeps,
  { input, pasted, files, campaignId, formKey, messageNo }: CampaignFormContent,
  problem: CampaignError,
  { by, settings }: { by: UserId; settings: Partial<Settings> },
): Promise<ModalView> {
  const campaign = await deps.campaigns.checkEdit(campaignId!, by);
  const next = 'Press Preview once more to put this in its place, or Close to leave it as it is.';
  return formFor(deps, by, {
    input,
    pasted,
    messageNo,
    hadFile: files.length > 0,
    problem: { sentence: `${problem.message} ${next}` },
    campaignId: campaign.id,
    currentListSize: campaign.list.size,
    seen: seenOf(campaign),
    answering: settings.answering ?? campaign.answering,
    leaveOut: settings.leaveOut ?? campaign.leaveOut,
    canary: settings.canary === undefined ? campaign.canary : settings.canary,
    notAfter: settings.notAfter === undefined ? campaign.notAfter : settings.notAfter,
    pace: settings.pace ?? campaign.throttle.pace,
    formKey,
  });
}
