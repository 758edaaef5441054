import type { Button } from '@slack/types';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { actions } from '../../ids.ts';
import { button, confirmation } from '../parts/button.ts';
import { shortName } from '../words/short-name.ts';

/** Everybody else gets it too. */
export function goOnButton(campaign: Campaign): Button {
  const spoken = `Go on with ${shortName(campaign)}`;
  return button({ label: 'Go on', action: actions.goOn, value: campaign.id, style: 'primary', spoken });
}

/** Ends it after its first people, and asks before. */
export function stopButton(campaign: Campaign): Button {
  const name = shortName(campaign);
  return button({
    label: 'Stop',
    action: actions.stopCanary,
    value: campaign.id,
    style: 'danger',
    spoken: `Stop ${name}`,
    confirm: confirmation({
      title: 'Stop this campaign?',
      text: `It is final: nobody but the first people gets a message of ${name}, and it cannot be resumed.`,
      confirm: 'Stop it',
      deny: 'Not now',
      danger: true,
    }),
  });
}
