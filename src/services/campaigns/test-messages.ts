import { contentHash } from '../../domain/campaign/approval.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { CampaignId, ConversationId, PhoneNumber, UserId } from '../../domain/ids.ts';
import { messageFor } from '../../domain/message/template.ts';
import {
  checkCode,
  codeText,
  hasFreshCode,
  isProvenBy,
  type OwnText,
  type PhoneOwner,
  whyNoMore,
  withCode,
} from '../../domain/phone/own-phone.ts';
import { personKey } from '../../domain/phone/person.ts';
import { countryOf } from '../../domain/phone/phone-number.ts';
import { homeCountries, isOwnNumber } from '../../domain/phone/reach.ts';
import type { Conversation, OutboundMessage } from '../../domain/reply/conversation.ts';
import { requireCreator, requireWriter } from '../authority.ts';
import type { Deps, ReadingDeps } from '../deps.ts';
import { needCampaign, refuseUnlessSame } from '../lifecycle/change-campaign.ts';
import { newCode, newConversationId } from '../new-id.ts';
import { oneAfterTheOther } from '../one-after-the-other.ts';
import { readTypedNumber } from '../replies/opt-outs.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import {
  changeConversation,
  claimDirect,
  type DirectText,
  needConversation,
  sendDirect,
} from '../sending/send-direct.ts';

type OwnDirect = DirectText & { purpose: OwnText['kind']; by: UserId };

/** Messages to the author's own phone, before anybody else gets one. */
export type TestMessages = {
  /**
   * One message to the author's own phone, as the first recipient would read it. A phone not proven to be theirs gets a
   * code first, which comes with the next call. `key` names the form submission: the same one twice is one text. With
   * `contentHash`: only while it is still what they have seen.
   */
  sendTest(
    id: CampaignId,
    input: { to: string | { phone: ConversationId }; by: UserId; key: string; code?: string; contentHash?: string },
  ): Promise<{ kind: 'sent' | 'code_sent'; number: PhoneNumber; phone: ConversationId }>;
  /** The phone that this person has proven to be theirs, if any. */
  ownPhone(by: UserId): Promise<PhoneNumber | undefined>;
};

/** Tests go to the author's own phone, which they prove once to be theirs; a few a day. */
export function createTestMessages(deps: Deps, limits: RateLimits): TestMessages {
  const { store, people, clock, log } = deps;
  const inTurn = oneAfterTheOther();

  const phoneFor = async (number: PhoneNumber, sender: Campaign['sender']): Promise<Conversation> => {
    const known = await store.conversations.find(null, number);
    if (known) return known;
    const fresh: Conversation = { ...emptyPhone, id: newConversationId(), number, sender };
    const made = await store.conversations.save(fresh);
    return made === 'stale' ? phoneFor(number, sender) : made;
  };

  /** Counted, claimed and only then sent: of two at once, the second sees the first. */
  const text = async (campaign: Campaign, id: ConversationId, message: OwnDirect, owner?: PhoneOwner) => {
    const taken = await inTurn(async () => {
      const phone = await needConversation(deps, id);
      if (phone.messages.some((known) => known.direction === 'out' && known.cause === message.cause)) return undefined;
      const known = owner && ownerIn(phone, owner.user);
      if (known && hasFreshCode(known, clock.now())) return undefined;
      const next = { kind: message.purpose, by: message.by, number: personKey(phone.number) };
      const problem = whyNoMore(await ownTexts(deps), { ...next, atMs: clock.now().getTime() });
      if (problem) throw new CampaignError('too_many_tests', problem, 'number');
      if (owner) await changeConversation(deps, id, (current) => withOwner(current, owner));
      return claimDirect(deps, id, message);
    });
    if (!taken?.claimed) return;
    const { claimed, conversation } = taken;
    const { by, purpose } = message;
    log.info({ campaignId: campaign.id, by, purpose }, 'A text to somebody’s own phone');
    const after = await sendDirect(deps, limits, { ...conversation, sender: campaign.sender }, claimed);
    refuseFailure(after.messages.find((known) => known.id === claimed.id));
  };

  const askForCode = async (campaign: Campaign, phone: Conversation, by: UserId, key: string): Promise<void> => {
    const digits = newCode();
    const message = { text: codeText(digits), purpose: 'code' as const, cause: `code.${key}`, by };
    await text(campaign, phone.id, message, withCode(by, digits, clock.now()));
  };

  const proveCode = async (phone: Conversation, by: UserId, typed: string): Promise<void> => {
    let check: ReturnType<typeof checkCode> = { kind: 'elsewhere', owner: { user: by, verifiedAt: null, code: null } };
    await changeConversation(deps, phone.id, (current) => {
      check = checkCode(ownerIn(current, by) ?? check.owner, typed, clock.now());
      const isTried = check.kind === 'right' || check.kind === 'wrong';
      return isTried ? withOwner(current, check.owner) : current;
    });
    refuseCode(check);
  };

  return {
    ownPhone: async (by) => {
      requireCreator(deps, await people.find(by));
      const phones = (await store.conversations.ofCampaign(null)).filter((phone) => isProvenBy(phone.owners, by));
      const latest = (phone: Conversation) => ownerIn(phone, by)?.verifiedAt ?? '';
      return phones.sort((a, b) => (latest(a) < latest(b) ? 1 : -1))[0]?.number;
    },

    sendTest: async (id, { to, by, key, code, contentHash: seen }) => {
      const person = await people.findNow(by);
      requireCreator(deps, person);
      const campaign = await needCampaign(store, id);
      requireWriter(deps, person, campaign);
      if (seen !== undefined) refuseUnlessSame(campaign, seen);
      const typed = typeof to === 'string' ? to : (await needConversation(deps, to.phone)).number;
      const number = testNumber(typed, deps);
      const message = await testOf(deps, campaign);
      const phone = await phoneFor(number, campaign.sender);
      if (!isProvenBy(phone.owners, by)) {
        if (code === undefined) {
          await askForCode(campaign, phone, by, key);
          return { kind: 'code_sent', number, phone: phone.id };
        }
        await proveCode(phone, by, code);
      }
      const about = { campaignId: id, contentHash: contentHash(campaign) };
      await text(campaign, phone.id, { text: message, purpose: 'test', cause: `test.${key}`, by, about });
      return { kind: 'sent', number, phone: phone.id };
    },
  };
}

/** A campaign's tests that were sent, the latest first. */
export async function testsOf({ store }: Pick<ReadingDeps, 'store'>, campaign: Campaign) {
  const hash = contentHash(campaign);
  return (await store.conversations.ofCampaign(null))
    .flatMap(({ messages }) => messages)
    .flatMap((message) =>
      message.direction === 'out' && message.about?.campaignId === campaign.id && message.by && wasSent(message)
        ? [{ by: message.by, at: message.at, state: message.state, isThis: message.about.contentHash === hash }]
        : [],
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

const emptyPhone = {
  version: 0,
  campaignId: null,
  name: null,
  status: 'handled' as const,
  handledBy: null,
  messages: [],
};

/** A number that may get a test: in a country that we send to, and not our own. */
function testNumber(to: string, { settings, store }: Deps): PhoneNumber {
  const number = readTypedNumber(to, settings.country);
  const senders = [...settings.senders.keys()];
  const refused = (code: string, sentence: string) => new CampaignError(code, sentence, 'number');
  if (isOwnNumber(number, senders)) {
    throw refused('own_number', 'This is the number that the messages come from. Give the number of your own phone.');
  }
  if (!homeCountries(settings).has(countryOf(number))) {
    throw refused(
      'abroad',
      'Tests go only to phones in the countries that you text as a matter of course. Give such a number.',
    );
  }
  if (store.suppressions.blocks(number)) {
    throw refused('opted_out', 'This number has opted out. Text START from it first.');
  }
  return number;
}

async function testOf({ store }: Deps, campaign: Campaign): Promise<string> {
  if ((campaign.list.reading?.questions ?? []).length > 0) {
    throw new CampaignError('open_question', 'Close this window and answer what the preview asks first.', 'number');
  }
  const [first] = await store.recipients.page(campaign.id, { from: 0, limit: 1 });
  if (!first) throw new CampaignError('nobody_left', 'This campaign has no recipients yet.', 'number');
  const rendered = messageFor(campaign, first);
  return rendered.ok ? rendered.text : '';
}

async function ownTexts({ store }: Pick<ReadingDeps, 'store'>): Promise<OwnText[]> {
  return (await store.conversations.ofCampaign(null)).flatMap(({ number, messages }) =>
    messages.flatMap((message) => {
      // What the provider refused counts as well: asking again and again has an end, too.
      const kind = message.direction === 'out' && message.state !== 'not_sent' ? kindOf(message) : undefined;
      if (!kind || message.direction !== 'out' || !message.by) return [];
      return [{ kind, by: message.by, number: personKey(number), atMs: Date.parse(message.at) }];
    }),
  );
}

function kindOf({ purpose }: Pick<OutboundMessage, 'purpose'>): OwnText['kind'] | undefined {
  return purpose === 'test' || purpose === 'code' ? purpose : undefined;
}

function wasSent({ state }: OutboundMessage): boolean {
  return state !== 'not_sent' && state !== 'rejected';
}

function ownerIn({ owners = [] }: Conversation, user: UserId): PhoneOwner | undefined {
  return owners.find((owner) => owner.user === user);
}

function withOwner(phone: Conversation, owner: PhoneOwner): Conversation {
  return { ...phone, owners: [...(phone.owners ?? []).filter(({ user }) => user !== owner.user), owner] };
}

function refuseCode(check: ReturnType<typeof checkCode>): void {
  if (check.kind === 'right') return;
  throw new CampaignError('wrong_code', whyNotRight(check), 'code');
}

function whyNotRight(check: Exclude<ReturnType<typeof checkCode>, { kind: 'right' }>): string {
  const more = 'Press Back and ask for another one.';
  switch (check.kind) {
    case 'elsewhere':
      return 'A code works only for the person who asked for it, with the number it was texted to. Press Back and give that number, or ask for a code.';
    case 'void':
      return `This code cannot be used any more. ${more}`;
    case 'wrong':
      return check.triesLeft === 0
        ? `This is not the code that was texted. ${more}`
        : `This is not the code that was texted. You can try ${check.triesLeft} more ${check.triesLeft === 1 ? 'time' : 'times'}.`;
  }
}

function refuseFailure(message: Conversation['messages'][number] | undefined): void {
  if (message?.direction !== 'out') return;
  const { state, reason } = message;
  if (state === 'rejected') throw failed('The provider refused it. Check the number and the sender.');
  if (state === 'unconfirmed') {
    throw failed('The provider gave no clear answer, so it may or may not arrive. Look at your phone first.');
  }
  if (state !== 'not_sent') return;
  if (reason === 'opted_out') throw failed('This number has opted out. Text START from it first.');
  if (reason?.startsWith('provider_')) {
    throw failed('The provider refuses our account. Ask the operator to check its key and its balance.');
  }
  throw failed('The provider is busy or cannot be reached, so nothing was sent. Try again in a minute.');
}

function failed(sentence: string): CampaignError {
  return new CampaignError('test_failed', sentence, 'number');
}
