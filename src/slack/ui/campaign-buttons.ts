import type { ActionsBlock } from '@slack/types';
import type { Campaign } from '../../domain/campaign.ts';
import type { CampaignStatus } from '../../domain/campaign-status.ts';
import { actions } from '../ids.ts';
import { button, buttons, confirmation } from './button.ts';
import { shortName } from './short-name.ts';

const mayPause: readonly CampaignStatus[] = ['scheduled', 'running'];
const mayCancel: readonly CampaignStatus[] = ['draft', 'pending_approval', 'scheduled', 'running', 'paused'];

/** What people can do with a campaign in its status: nothing once it is over. */
export function campaignButtons(campaign: Campaign): ActionsBlock | null {
  const { id: value, status } = campaign;
  const name = shortName(campaign);
  return buttons([
    status === 'paused'
      ? button({ label: 'Resume', action: actions.resumeCampaign, value, style: 'primary', spoken: `Resume ${name}` })
      : null,
    mayPause.includes(status)
      ? button({ label: 'Pause', action: actions.pauseCampaign, value, spoken: `Pause ${name}` })
      : null,
    mayCancel.includes(status)
      ? button({
          label: 'Cancel',
          action: actions.cancelCampaign,
          value,
          style: 'danger',
          spoken: `Cancel ${name}`,
          confirm: confirmation({
            title: 'Cancel this campaign?',
            text: `It is final: nobody else gets a message of ${name}, and it cannot be resumed. What has already left cannot be called back.`,
            confirm: 'Cancel the campaign',
            deny: 'Keep it',
            danger: true,
          }),
        })
      : null,
  ]);
}
