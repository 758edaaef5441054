import type { Campaign } from '../../domain/campaign/campaign.ts';
import { classOf } from '../../domain/consent/consent.ts';
import { readPlaceKey } from '../../domain/place/place-key.ts';
import type { Claim } from '../../domain/recipient/recipient.ts';
import { countWording } from '../../domain/wording/count-wording.ts';
import { problemsOf } from '../../domain/wording/problems.ts';
import type { Deps } from '../deps.ts';

/** Stored with whoever is skipped for it. */
export const textThere = 'text_there';

/**
 * Lacks the text, or its sender, what the rules want where this person is? Asked only of those who said that they live
 * elsewhere: nobody looked at their place at submission.
 */
export function lacksThere(
  { rules, settings, clock }: Pick<Deps, 'rules' | 'settings' | 'clock'>,
  { template, sender, consent }: Pick<Campaign, 'template' | 'sender' | 'consent'>,
  { number, place }: Pick<Claim, 'number' | 'place'>,
  text: string,
): boolean {
  if (readPlaceKey(place)?.from !== 'person') return false;
  const { book } = rules;
  const names = settings.businessNames;
  const count = countWording({ book, names, template, sender });
  count.look({ number, place }, text);
  const asked = { book, names, campaignClass: classOf(consent) };
  const problems = problemsOf({ template, sender, segments: { wording: count.summary() } }, asked, clock.now());
  return problems.some(({ code, needsAdmin }) => code !== undefined || needsAdmin);
}
