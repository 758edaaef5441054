import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { CampaignError } from './campaign-error.ts';
import { ChannelId, Instant, UserId } from './ids.ts';
import { plainText } from './plain-text.ts';

/** What lets another program send campaigns in over HTTP: all that it does is done for the admin who made it. */
export const ApiKey = z.object({
  id: z.string().regex(/^[a-z2-9]{8}$/),
  name: z.string().min(1).max(40),
  /** SHA-256 of the whole key, hexadecimal. The key itself is shown once and kept nowhere. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  madeBy: UserId,
  madeAt: Instant,
  /** The only channel whose campaigns it makes and sees. */
  channel: ChannelId,
  /** It is shown whole numbers, as long as its maker is an admin. */
  seesNumbers: z.literal(true).optional(),
  /** To the hour. */
  lastUsedAt: Instant.optional(),
  revoked: z.object({ by: UserId, at: Instant }).optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;

const longestName = 40;
/** Each that nobody needs is one more to lose. */
export const mostKeys = 50;
const usedAgainMs = 3_600_000;

/** As it is kept: one line of visible characters. Throws a CampaignError. */
export function readKeyName(text: string): string {
  const name = plainText(text.normalize('NFKC'));
  if (name !== '' && name.length <= longestName) return name;
  const sentence = `Give the key a name of up to ${longestName} characters that says which program uses it: \`/sms-campaign keys add CRM\`.`;
  throw new CampaignError('bad_key_name', sentence);
}

/** `trickle_abcd2345_` and 43 characters of base64url; `secret`: 32 random bytes. */
export function writeApiKey(id: string, secret: Uint8Array): string {
  return `trickle_${id}_${Buffer.from(secret).toString('base64url')}`;
}

/** The id in what somebody gives as a key; undefined: it is none. */
export function idInApiKey(given: string): string | undefined {
  return /^trickle_([a-z2-9]{8})_[\w-]{43}$/.exec(given)?.[1];
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const nobodys = sha256Of('');

/** Is it this key, and not revoked? Takes equally long for a wrong one, a nearly right one and one that there is not. */
export function opensWith(key: ApiKey | undefined, given: string): key is ApiKey {
  const isSame = timingSafeEqual(
    Buffer.from(sha256Of(given), 'hex'),
    Buffer.from((key ?? { sha256: nobodys }).sha256, 'hex'),
  );
  return isSame && key !== undefined && key.revoked === undefined;
}

export function isLive(key: ApiKey): boolean {
  return key.revoked === undefined;
}

/** The live key of that name, in any letter case. */
export function keyNamed(keys: readonly ApiKey[], name: string): ApiKey | undefined {
  return keys.find((key) => isLive(key) && key.name.toLowerCase() === name.toLowerCase());
}

/** Is this use to be kept? Most are not: each is a write. */
export function isUseNews({ lastUsedAt }: ApiKey, now: Date): boolean {
  return lastUsedAt === undefined || now.getTime() - Date.parse(lastUsedAt) >= usedAgainMs;
}

/** The key with which another program sent a campaign in; undefined for one that a person wrote. */
export function keySentWith({ origin }: { origin: string }): string | undefined {
  return /^api\.([^.]+)\./.exec(origin)?.[1];
}
