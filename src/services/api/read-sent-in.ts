import type { AnsweringTexts } from '../../domain/answering/answering-texts.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import {
  type CampaignContent,
  type FormInput,
  readCampaignForm,
  withPaceOf,
} from '../../domain/campaign/campaign-form.ts';
import { refuseEarlyEnd } from '../../domain/campaign/not-after.ts';
import { CampaignError, FormError, type FormField } from '../../domain/campaign-error.ts';
import { type ConsentTexts, readConsent } from '../../domain/consent/consent-texts.ts';
import type { SenderId } from '../../domain/ids.ts';
import { isZone } from '../../domain/pace/sending-hours.ts';
import { readSettings, type SettingsTexts } from '../campaigns/more-settings.ts';

/** A campaign as another program writes it: the texts of the form's fields, empty where it says nothing. */
export type SentInTexts = FormInput &
  AnsweringTexts &
  ConsentTexts &
  Pick<SettingsTexts, 'leaveOut'> & {
    /** "fixed" or "team". */
    pace: string;
    /** Unix seconds; empty: no last moment. */
    notAfter: string;
    canaryFirst: string;
    canaryThen: string;
    /** IANA; empty: the zone of the key's maker. */
    zone: string;
  };

/** Reads all of it by the form's own rules, and throws one FormError that names every wrong field. */
export function readSentIn(
  texts: SentInTexts,
  context: { senders: readonly SenderId[]; zone: string; others: readonly Campaign[]; now: Date },
): CampaignContent {
  const zone = texts.zone === '' ? context.zone : texts.zone;
  if (!isZone(zone)) throw badZone(zone);
  const { senders, others, now } = context;
  const problems = new Map<FormField, string>();
  const read = <T>(reader: () => T): T | undefined => {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof FormError)) throw error;
      for (const [field, sentence] of error.problems) problems.set(field, sentence);
      return undefined;
    }
  };
  const form = read(() => readCampaignForm(texts, { senders, zone, now }));
  const settings = read(() => readSettings(texts, others, now));
  const consent = read(() => readConsent(texts));
  if (problems.size > 0) throw new FormError(problems);
  const { canary, notAfter, ...rest } = settings!;
  const content = {
    ...form!,
    ...rest,
    canary: canary ?? undefined,
    notAfter: notAfter ?? undefined,
    consent,
  };
  withPaceOf(content, null);
  refuseEarlyEnd(content);
  return content;
}

/** The form has no place for it. */
function badZone(zone: string): CampaignError {
  const sentence = `There is no time zone “${zone.slice(0, 60)}”. Write it like America/New_York, or leave it out.`;
  return new CampaignError('bad_zone', sentence);
}
