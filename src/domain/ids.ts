import { z } from 'zod';

/** Eight unambiguous lower-case characters, short enough to type after `/sms-campaign status`. */
export const CampaignId = z
  .string()
  .regex(/^[a-z2-9]{8}$/)
  .brand<'CampaignId'>();
export type CampaignId = z.infer<typeof CampaignId>;

export const ConversationId = z
  .string()
  .regex(/^[a-z2-9]{12}$/)
  .brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

/** A person in the workspace, as the chat platform names them. */
export const UserId = z.string().min(1).max(64).brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;

export const ChannelId = z.string().min(1).max(64).brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;

/**
 * A phone number in E.164 with its plus sign, `+12015550123`, as it is dialled. One person's number may have several
 * spellings: compare with `personKey`, never the strings.
 */
export const PhoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .brand<'PhoneNumber'>();
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/** The number or alphanumeric ID messages come from, as the provider writes it: `12015550123`, `ACME`. */
export const SenderId = z
  .string()
  .regex(/^(\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/)
  .brand<'SenderId'>();
export type SenderId = z.infer<typeof SenderId>;

/** An instant as it is stored: ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;
