import { z } from 'zod';

/** How a list's people agreed; `bought`: bought, rented or shared, which no carrier allows. */
export const HowTheyAgreed = z.enum(['form', 'checkout', 'paper', 'keyword', 'own_customers', 'bought', 'other']);
export type HowTheyAgreed = z.infer<typeof HowTheyAgreed>;

/** Longest texts that a person may enter, in characters. */
export const consentLimits = { wording: 500, holder: 100 };

/**
 * What the author says of the people on the list: how they agreed, in which words (or a link to them), from which day to
 * which, and who holds the proof. `class`: what it is sent for. `takenFrom`: the campaign that it was copied from unread.
 */
export const Consent = z.object({
  how: HowTheyAgreed.optional(),
  wording: z.string().max(consentLimits.wording).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  holder: z.string().max(consentLimits.holder).optional(),
  class: z.enum(['marketing', 'informational']),
  takenFrom: z.string().optional(),
});
export type Consent = z.infer<typeof Consent>;

export function isSaid(consent: Consent | undefined): boolean {
  return consent?.how !== undefined;
}

export function classOf(consent: Consent | undefined): Consent['class'] {
  return consent?.class ?? 'marketing';
}

/**
 * What of it holds for a campaign with the same people, or with some of them, and another text: nobody has said yet that
 * there is no offer in that.
 */
export function consentOfCopy({ name, consent }: { name: string; consent?: Consent | undefined }): Consent | undefined {
  return consent && isSaid(consent) ? { ...consent, class: 'marketing', takenFrom: name } : undefined;
}

/** What of it holds for other people and the same text. */
export function consentOfOtherPeople(consent: Consent | undefined): Consent | undefined {
  return classOf(consent) === 'informational' ? { class: 'informational' } : undefined;
}
