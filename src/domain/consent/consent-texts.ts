import { CampaignError } from '../campaign-error.ts';
import { createFieldReader } from '../read-fields.ts';
import { Consent, consentLimits, HowTheyAgreed } from './consent.ts';
import { dayInWords } from './days.ts';

/** What a person entered in the window, each empty when it was left out; days as 2026-11-28. */
export type ConsentTexts = {
  agreedHow: string;
  agreedWording: string;
  agreedFrom: string;
  agreedTo: string;
  agreedHolder: string;
  messageClass: string;
};

export const howWords: Record<HowTheyAgreed, string> = {
  form: 'On a form',
  checkout: 'At checkout',
  paper: 'On paper',
  keyword: 'By texting a keyword',
  own_customers: 'Own customers',
  bought: 'Bought or rented',
  other: 'Another way',
};

/** Undefined where nothing is said. Throws a FormError that names every wrong field. */
export function readConsent(typed: ConsentTexts): Consent | undefined {
  const { read, refuseProblems } = createFieldReader();
  const wording = read('agreedWording', () => readText(typed.agreedWording, consentLimits.wording));
  const holder = read('agreedHolder', () => readText(typed.agreedHolder, consentLimits.holder));
  const from = read('agreedFrom', () => readDay(typed.agreedFrom));
  const to = read('agreedTo', () => {
    const day = readDay(typed.agreedTo);
    if (from && day && day < from) throw new CampaignError('bad_days', 'This day is before the first one.');
    return day;
  });
  const how = read('agreedHow', () => {
    const chosen = HowTheyAgreed.safeParse(typed.agreedHow);
    if (chosen.success) return chosen.data;
    if (!wording && !holder && !from && !to) return undefined;
    throw new CampaignError('no_how', 'Choose how they agreed, or leave the rest empty too.');
  });
  refuseProblems();
  const isInformational = typed.messageClass === 'informational';
  if (!how) return isInformational ? { class: 'informational' } : undefined;
  return Consent.parse({ how, wording, from, to, holder, class: isInformational ? 'informational' : 'marketing' });
}

/** The window's fields, as they are entered. */
export function writeConsentTexts(consent: Consent | undefined): ConsentTexts {
  return {
    agreedHow: consent?.how ?? '',
    agreedWording: consent?.wording ?? '',
    agreedFrom: consent?.from ?? '',
    agreedTo: consent?.to ?? '',
    agreedHolder: consent?.holder ?? '',
    messageClass: consent?.class ?? 'marketing',
  };
}

/** “On a form, “I agree to texts”, 5 Mar 2024 to 1 Jun 2025, proof: Ada”; empty where nobody said anything. */
export function writeConsent(consent: Consent | undefined): string {
  if (!consent) return '';
  const { how, wording, holder, takenFrom } = consent;
  const parts = [
    how && howWords[how],
    wording && `“${wording}”`,
    daysInWords(consent),
    holder && `proof: ${holder}`,
    takenFrom && `as in “${takenFrom}”, not checked since`,
    consent.class === 'informational' && 'informational',
  ];
  return parts.filter((part) => part).join(', ');
}

/** "5 Mar 2024 to 1 Jun 2025"; undefined where no day is named. */
export function daysInWords({ from, to }: Consent): string | undefined {
  if (from && to) return from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`;
  if (from) return `since ${dayInWords(from)}`;
  return to && `until ${dayInWords(to)}`;
}

function readText(text: string, most: number): string | undefined {
  const tidy = text.trim();
  if (tidy.length > most) throw new CampaignError('too_long', `Use at most ${most} characters.`);
  return tidy || undefined;
}

function readDay(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const day = Consent.shape.from.safeParse(text.trim());
  if (day.success) return day.data;
  throw new CampaignError('bad_day', 'Pick a day, or leave it empty.');
}
