import type { ActionsBlock, Button } from '@slack/types';
import { contentHash } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import {
  couldSend,
  isOver,
  mayCancel,
  mayChangePace,
  mayPause,
  mayResume,
} from '../../../domain/campaign/campaign-status.ts';
import { isHeldByReplies } from '../../../domain/pace/throttle.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { actions } from '../../ids.ts';
import { button, buttons, confirmation } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { shortName } from '../words/short-name.ts';
import { goOnButton, stopButton } from './canary-buttons.ts';
import { showRulesButton } from './rules/place-facts.ts';

/** An admin's word is asked for where people could be texted twice or in spite of a STOP. */
function resumeButton(campaign: Campaign) {
  const name = shortName(campaign);
  const { pause } = campaign;
  return button({
    label: 'Resume',
    action: actions.resumeCampaign,
    // Another pause than this one is not undone by it.
    value: pause ? writeButtonValue({ on: 'pause', campaignId: campaign.id, at: pause.at }) : campaign.id,
    style: 'primary',
    spoken: `Resume ${name}`,
    ...(campaign.pause?.reason === 'restored' && {
      confirm: confirmation({
        title: 'Resume from a backup?',
        text: 'Whoever was texted since the backup may be texted again, and STOPs received since are not known. Only an admin can resume it.',
        confirm: 'Resume it',
        deny: 'Leave it paused',
        danger: true,
      }),
    }),
  });
}

/**
 * What people can do with a campaign in its status: once it is over, answer what still waits; while open replies hold it,
 * send a batch in spite of them. `isPrivate`: for one person who asked how it stands.
 */
export function campaignButtons(
  campaign: Campaign,
  { unanswered = 0, plan = null }: Partial<Pick<CampaignReport, 'unanswered' | 'plan'>> = {},
  { isPrivate = false } = {},
): ActionsBlock | null {
  const { id: value, status } = campaign;
  const name = shortName(campaign);
  return buttons([
    unanswered > 0
      ? button({ label: 'Answer replies', action: actions.answerReplies, value, spoken: `Answer replies to ${name}` })
      : null,
    mayResume(status) ? resumeButton(campaign) : null,
    ...(plan?.kind === 'wait' && plan.because === 'canary' ? [goOnButton(campaign), stopButton(campaign)] : []),
    isHeldByReplies(plan) ? sendAnywayButton(campaign) : null,
    mayPause(status) ? button({ label: 'Pause', action: actions.pauseCampaign, value, spoken: `Pause ${name}` }) : null,
    campaign.paceProposal && mayChangePace(status) ? reviewPaceButton(campaign) : null,
    mayCancel(status) ? cancelButton(campaign) : null,
    mayChangePace(status) ? changePaceButton(campaign) : null,
    ...(isOver(status) ? [copyButton(campaign), followUpButton(campaign)] : []),
    isPrivate && couldSend(status) ? showRulesButton(campaign) : null,
  ]);
}

function sendAnywayButton(campaign: Campaign): Button {
  const spoken = `Send the next batch anyway of ${shortName(campaign)}`;
  return button({ label: 'Send the next batch anyway', action: actions.sendAnyway, value: campaign.id, spoken });
}

function changePaceButton(campaign: Campaign): Button {
  const spoken = `Change pace of ${shortName(campaign)}`;
  return button({ label: 'Change pace', action: actions.changePace, value: campaign.id, spoken });
}

/** A faster pace waits for somebody who approves it. */
function reviewPaceButton(campaign: Campaign): Button {
  const spoken = `Review the pace proposed for ${shortName(campaign)}`;
  return button({ label: 'Review', action: actions.reviewPace, value: campaign.id, style: 'primary', spoken });
}

/** A new campaign's form, filled in with this one. */
export function copyButton(campaign: Campaign): Button {
  const spoken = `Copy ${shortName(campaign)}`;
  return button({ label: 'Copy', action: actions.copyCampaign, value: campaign.id, spoken });
}

/** A new campaign to some of those who got this one. */
export function followUpButton(campaign: Campaign): Button {
  const spoken = `Follow up ${shortName(campaign)}`;
  return button({ label: 'Follow up', action: actions.followUp, value: campaign.id, spoken });
}

/** It asks before anything happens, wherever it stands. */
export function cancelButton(campaign: Campaign): Button {
  const name = shortName(campaign);
  return button({
    label: 'Cancel',
    action: actions.cancelCampaign,
    value: writeButtonValue({ on: 'campaign', campaignId: campaign.id, contentHash: contentHash(campaign) }),
    style: 'danger',
    spoken: `Cancel ${name}`,
    confirm: confirmation({
      title: 'Cancel this campaign?',
      text: `It is final: nobody else gets a message of ${name}, and it cannot be resumed. What has already left cannot be called back.`,
      confirm: 'Cancel the campaign',
      deny: 'Keep it',
      danger: true,
    }),
  });
}
