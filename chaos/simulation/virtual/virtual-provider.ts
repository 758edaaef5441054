import type { SendOutcome } from '../../../src/domain/recipient/send-outcome.ts';
import type { SmsGateway } from '../../../src/ports/world.ts';
import type { Life, VirtualTime } from './virtual-time.ts';

/** One request as the provider saw it. */
export type Request = {
  to: string;
  from: string;
  text: string;
  ref: string;
  ttlSeconds?: number;
  atMs: number;
  wall: Date;
  life: Life;
  accepted: boolean;
  /** What our process was told; null while it waits, and for ever if it died before. */
  told: SendOutcome | null;
};

/** What the provider does with one request: it may take it and still leave us without a clear answer. */
export type Behaviour = { accepts: boolean; outcome: SendOutcome; arrivesAfterMs: number; answersAfterMs: number };

/** Proof that nothing was accepted: only then may the same reference be sent again. */
const proofs: readonly SendOutcome['kind'][] = ['throttled', 'not_sent', 'halted'];

export function couldHaveArrived(request: Request): boolean {
  return request.told === null || !proofs.includes(request.told.kind);
}

export type VirtualProvider = {
  gateway(life: Life): SmsGateway;
  /** Everything it was ever asked, in order. */
  requests: readonly Request[];
  of(ref: string): readonly Request[];
};

/** A provider in memory that never forgets what it accepted: the oracle. */
export function createVirtualProvider(world: {
  time: VirtualTime;
  behave: (request: Request) => Behaviour;
  /** Before the provider looks at it; an error ends the simulation. */
  onRequest: (request: Request) => void;
  onAccepted: (request: Request, messageId: string) => void;
  /** Our process has the answer now. */
  onTold: (request: Request, outcome: SendOutcome) => void;
  /** Right before and right after a request leaves; may end the sender's life, or throw. */
  point: (name: string, life: Life) => void;
}): VirtualProvider {
  const { time } = world;
  const requests: Request[] = [];
  const byRef = new Map<string, Request[]>();
  let accepted = 0;

  const accept = (request: Request, messageId: string): void => {
    request.accepted = true;
    world.onAccepted(request, messageId);
  };

  const send = (life: Life, message: Parameters<SmsGateway['send']>[0]): Promise<SendOutcome> => {
    if (!life.alive) return new Promise(() => {});
    world.point('before a request', life);
    if (!life.alive) return new Promise(() => {});

    const request: Request = { ...message, atMs: time.nowMs(), wall: time.wall(), life, accepted: false, told: null };
    world.onRequest(request);
    requests.push(request);
    byRef.set(request.ref, [...(byRef.get(request.ref) ?? []), request]);

    const behaviour = world.behave(request);
    const messageId = uuidOf(++accepted);
    const outcome: SendOutcome =
      behaviour.outcome.kind === 'accepted' ? { kind: 'accepted', messageId } : behaviour.outcome;
    if (behaviour.accepts) time.after(behaviour.arrivesAfterMs, () => accept(request, messageId));
    return new Promise((resolve, reject) => {
      time.after(
        behaviour.answersAfterMs,
        () => {
          try {
            world.point('after an answer', life);
          } catch (error) {
            return reject(error);
          }
          if (!life.alive) return;
          request.told = outcome;
          world.onTold(request, outcome);
          resolve(outcome);
        },
        life,
      );
    });
  };

  return {
    requests,
    of: (ref) => byRef.get(ref) ?? [],
    gateway: (life) => ({
      send: (message) => {
        try {
          return send(life, message);
        } catch (error) {
          return Promise.reject(error);
        }
      },
      prepare: async () => {},
      segmentPrice: async () => ({ amount: 0.01, currency: 'EUR' }),
    }),
  };
}

function uuidOf(count: number): string {
  return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
}
