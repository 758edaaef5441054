import { PhoneNumber, SenderId } from '../../src/domain/ids.ts';
import type { DeliveryReceipt } from '../../src/domain/recipient/delivery-receipt.ts';
import { meansOptedOut } from '../../src/domain/recipient/delivery-receipt.ts';
import type { InboundText } from '../../src/domain/reply/inbound-text.ts';
import { readReply } from '../../src/domain/reply/opt-out.ts';
import { networkNumber } from '../kills/spellings.ts';
import type { Random } from '../random.ts';
import { phoneOf, push } from './ledger.ts';
import type { Program } from './program.ts';
import {
  fastSender,
  isDiskTrouble,
  messageOf,
  type SimulatedWorld,
  slowSender,
  withoutIds,
} from './simulated-world.ts';
import type { Request } from './virtual/virtual-provider.ts';

/** The provider waits this long for our answer, and this long until it tries again. */
const patienceMs = 10_000;
const retriesMs = [5_000, 60_000, 300_000, 3_600_000];

/** The provider calls us until we answer 2xx; sometimes once more, or several times at once. */
export function deliver(
  world: SimulatedWorld,
  random: Random,
  webhook: { call: (program: Program) => Promise<unknown>; tried?: () => void; acknowledged: () => void },
): void {
  const attempt = (tries: number): void => {
    const program = world.process.current();
    let isOver = false;
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      world.time.after(retriesMs[Math.min(tries, retriesMs.length - 1)]!, () => attempt(tries + 1));
    };
    if (!program) {
      again();
      return;
    }

    webhook.tried?.();
    webhook.call(program).then(
      () => {
        if (isOver || !program.life.alive) return;
        isOver = true;
        webhook.acknowledged();
        if (random.chance(0.1)) attempt(0);
      },
      (error: unknown) => {
        if (!isDiskTrouble(error) && program.life.alive) world.broken(`a webhook fails: ${messageOf(error)}`);
        again();
      },
    );
    world.time.after(patienceMs, again);
  };
  // Networks reorder: the first try may come long after the next one's.
  world.time.after(random.chance(0.2) ? random.spread(10, 60_000) : 0, () => attempt(0));
  if (random.chance(0.1)) attempt(0);
}

/** It could not be delivered in the time that it was given. */
const expired = '1360';

function mayExpire({ ttlSeconds }: Request): boolean {
  return ttlSeconds !== undefined;
}

/** What the carrier reports about an accepted message: in any order, more than once, sometimes before our answer, or never. */
export function reportLater(world: SimulatedWorld, random: Random, request: Request, messageId: string): void {
  const chosen = random.next();
  const code =
    chosen < 0.05
      ? random.pick(['1240', '1483'])
      : chosen < 0.1
        ? '1320'
        : mayExpire(request) && chosen < 0.14
          ? expired
          : null;
  const last =
    code === null
      ? 'delivered'
      : code === expired
        ? 'undeliverable'
        : random.pick(['undeliverable', 'rejected'] as const);
  const statuses: DeliveryReceipt['status'][] = random.chance(0.06) ? [] : ['submitted', last];
  if (code === expired && statuses.length > 0) world.ledger.places.expired += 1;
  for (const status of statuses) {
    if (status === 'submitted' && random.chance(0.4)) continue;
    const receipt: DeliveryReceipt = {
      ref: request.ref,
      messageId,
      status,
      code: status === 'submitted' ? null : code,
      at: world.providerClock().toISOString(),
    };
    push(world.ledger.sentReceipts, request.ref, receipt);
    const late = random.chance(0.03) ? random.spread(60_000, 90 * 3_600_000) : random.spread(1, 20_000);
    world.time.after(random.chance(0.2) ? 0 : late, () => deliverReceipt(world, random, receipt, request.to));
  }
}

function deliverReceipt(world: SimulatedWorld, random: Random, receipt: DeliveryReceipt, number: string): void {
  deliver(world, random, {
    call: (program) => program.receipts.receive(receipt),
    acknowledged: () => {
      world.tell(`receipt ${withoutIds(receipt.ref)} ${receipt.status}`);
      push(world.ledger.acknowledgedReceipts, receipt.ref, receipt);
      if (!meansOptedOut(receipt.code) || !receipt.ref.startsWith('v1.')) return;
      const phone = phoneOf(world.ledger, number);
      phone.blockedAtMs = Math.max(phone.blockedAtMs, world.time.nowMs());
    },
  });
}

const texts = [
  'STOP',
  'Stop please',
  'START',
  'Yes, I will come',
  'HELP',
  'Please cancel my order of last week',
  'Who is this?',
];

/** As phones report reactions, in languages whose sentences the program knows or does not. */
const reactions = [
  (text: string) => `Liked “${text}”`,
  (text: string) => `\u200b👍\u200b to “\u200b${text}\u200b”`,
  (text: string) => `Umependa “${text.slice(0, 20)}…”`,
  (text: string) => `> ${text}`,
];

/** The newest message that this phone has surely got. */
function messageOn({ provider, ledger }: SimulatedWorld, listed: string): string | undefined {
  return provider.requests.findLast(
    ({ to, ref, accepted }) =>
      to === listed &&
      accepted &&
      ref.startsWith('v1.') &&
      !ledger.sentReceipts.get(ref)?.some(({ status }) => status === 'rejected'),
  )?.text;
}

/** Somebody reacts to what they have got, or says something of their own. */
function chooseWords(world: SimulatedWorld, random: Random, listed: string): { words: string; isReaction: boolean } {
  const message = random.chance(0.25) ? messageOn(world, listed) : undefined;
  return message === undefined
    ? { words: random.pick(texts), isReaction: false }
    : { words: random.pick(reactions)(message), isReaction: true };
}

/**
 * Somebody writes to one of our senders, as listed or as networks write it. The provider's clock is right, whatever
 * ours shows. `isSure`: to a sender of ours, and from a number that can be nobody else's.
 */
export function writeText(
  world: SimulatedWorld,
  random: Random,
  listed: string,
  own?: string,
  { isSure = false }: { isSure?: boolean } = {},
): void {
  const { time, ledger } = world;
  const { words, isReaction } =
    own === undefined ? chooseWords(world, random, listed) : { words: own, isReaction: false };
  const number = random.chance(0.5) ? networkNumber(listed) : listed;
  const writtenAtMs = time.nowMs();
  const text: InboundText = {
    id: `in-${ledger.inbound.size}`,
    from: PhoneNumber.parse(number),
    to: isSure || random.chance(0.9) ? random.pick([slowSender, fastSender]) : SenderId.parse('12015550199'),
    text: words,
    at: world.providerClock().toISOString(),
    // Some networks leave out what tells two numbers apart: here the other one is unknown.
    ...(!isSure && random.chance(0.1) && { mayBeFrom: [PhoneNumber.parse(`+47921${number.slice(-5)}`)] }),
  };
  const entry = {
    id: text.id,
    number,
    isReaction,
    words,
    acknowledged: false,
    acknowledgedAtMs: Number.POSITIVE_INFINITY,
    announced: false,
  };
  ledger.inbound.set(text.id, entry);
  // A reaction asks for nothing, whatever stands in what it quotes.
  const reading = isReaction ? 'quotation' : readReply(words);
  const phone = phoneOf(ledger, number);
  let firstTriedAtMs: number | undefined;
  world.tell(`${number} writes ${words}`);
  deliver(world, random, {
    call: (program) => program.inbox.receive(text),
    tried: () => {
      firstTriedAtMs ??= time.nowMs();
      if (reading !== 'opt_in') return;
      phone.startedAtMs = Math.max(phone.startedAtMs, writtenAtMs);
      phone.startTriedAtMs = time.nowMs();
    },
    acknowledged: () => {
      world.tell(`${text.id} is answered 2xx`);
      if (reading === 'opt_out') phone.stoppedAtMs = Math.max(phone.stoppedAtMs, writtenAtMs);
      // From the first time on: somebody may have decided about it before it was answered. A START that was written later
      // has overruled it, whichever came first.
      const isLast = writtenAtMs > phone.startedAtMs;
      if (reading === 'maybe_opt_out' && isLast) phone.blockedAtMs = Math.max(phone.blockedAtMs, firstTriedAtMs ?? 0);
      entry.acknowledged = true;
      entry.acknowledgedAtMs = Math.min(entry.acknowledgedAtMs, time.nowMs());
    },
  });
}
