import type { KnownBlock } from '@slack/types';
import { notAfterLabel } from '../../../domain/campaign/not-after.ts';
import { canaryInWords, canaryLabel } from '../../../domain/pace/canary-texts.ts';
import { formatSendingHours } from '../../../domain/pace/sending-hours.ts';
import { betterPaceInWords, forecastInWords } from '../../../domain/rehearsal/forecast-words.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { buttons } from '../parts/button.ts';
import { fact, type Sentence } from '../parts/sentence.ts';
import { holdInWords } from '../words/figures.ts';
import { useBetterPaceButton, usePaceButton } from './use-pace-button.ts';

/** Two lines, of which the first names day and zone: what is planned, and what it waits for. */
export function when(preview: Preview): Sentence[] {
  const { campaign, forecast, pace, audience } = preview;
  const { zone, startAt, throttle, hours } = campaign;
  const { holdAbove } = throttle;
  const open = hours ? formatSendingHours(hours).replace(` (${zone})`, '') : 'any time';
  const size = throttle.pace === 'team' ? ' Each batch follows the team, up to that size.' : '';
  const hold = `${holdAbove === null ? 'Never held by replies.' : holdInWords(holdAbove)}${size}`;
  const waits = fact('Sending hours', `${open}. ${hold}`);
  const first = [
    ...(campaign.canary ? [fact(canaryLabel, canaryInWords(campaign.canary))] : []),
    ...(campaign.notAfter ? [fact(notAfterLabel, { at: campaign.notAfter, zone })] : []),
  ];
  // Whoever writes START meanwhile gets it all the same, but nobody knows how many will.
  if (audience.people === 0) return [fact('Sending hours', open), ...first];
  const approved = startAt ? '' : ' if approved now';
  const when = fact('When', { at: forecast.firstBatchAt, zone }, `${approved}; ${pace}`);
  return [when, waits, ...forecastLines(preview), ...first];
}

/** What the team has to expect, and a pace that keeps the wait short. */
function forecastLines({ campaign, forecast, foretelling }: Preview): Sentence[] {
  if (!foretelling) return [];
  const { expected, better, withinSeconds } = foretelling;
  const where = { zone: campaign.zone, beside: forecast.firstBatchAt };
  return [
    fact('Forecast', forecastInWords(expected, { ...where, plannedEnd: forecast.doneAt }).join(' ')),
    ...(better ? [fact('A better pace', betterPaceInWords(better, withinSeconds, where))] : []),
  ];
}

/** Right below the forecast; where an approver proposed a pace, theirs is the one to take. */
export function betterPaceRow(preview: Preview): KnownBlock[] {
  const row = buttons([usePaceButton(preview.campaign) ? null : useBetterPaceButton(preview)]);
  return row ? [row] : [];
}
