import { z } from 'zod';
import { Instant, UserId } from '../ids.ts';

/** A member of the team claims a phone. It is theirs once they have typed the code texted to it. */
export const PhoneOwner = z.object({
  user: UserId,
  verifiedAt: Instant.nullable(),
  /** The last code texted, while it may still be typed. */
  code: z.object({ digits: z.string(), at: Instant, triesLeft: z.int().min(0) }).nullable(),
});
export type PhoneOwner = z.infer<typeof PhoneOwner>;

/** The phone's proven owner: until the code is typed it may be anybody's. */
export function isProvenBy(owners: readonly PhoneOwner[] | undefined, user: UserId): boolean {
  return owners?.some((owner) => owner.user === user && owner.verifiedAt !== null) ?? false;
}

const codeMinutes = 10;
const mostTries = 5;
/** A code lost on its way can be asked for again after this long. */
const askAgainMs = 60_000;

/** A code was just texted and still works: another one would only cost. */
export function hasFreshCode({ code }: PhoneOwner, now: Date): boolean {
  return code !== null && code.triesLeft > 0 && now.getTime() - Date.parse(code.at) < askAgainMs;
}

export function withCode(user: UserId, digits: string, now: Date): PhoneOwner {
  return { user, verifiedAt: null, code: { digits, at: now.toISOString(), triesLeft: mostTries } };
}

export function codeText(digits: string): string {
  return `${digits} is your code for Trickle. Type it in Slack within ${codeMinutes} minutes. If you did not ask for it, do nothing.`;
}

type CodeCheck = { owner: PhoneOwner } & (
  | { kind: 'right' }
  | { kind: 'wrong'; triesLeft: number }
  /** Too late, or tried too often. */
  | { kind: 'void' }
  /** None was texted there for this person; the code may be good elsewhere. */
  | { kind: 'elsewhere' }
);

/** Each code may be tried five times within ten minutes, and is right once. */
export function checkCode(owner: PhoneOwner, typed: string, now: Date): CodeCheck {
  const { code } = owner;
  if (code === null) return { kind: 'elsewhere', owner };
  if (code.triesLeft === 0 || Math.abs(now.getTime() - Date.parse(code.at)) >= codeMinutes * 60_000)
    return { kind: 'void', owner };
  if (typed.replace(/\D/g, '') === code.digits) {
    return { kind: 'right', owner: { ...owner, verifiedAt: now.toISOString(), code: null } };
  }
  const triesLeft = code.triesLeft - 1;
  return { kind: 'wrong', triesLeft, owner: { ...owner, code: { ...code, triesLeft } } };
}

/** A text that somebody had sent to a phone of the team: a campaign's test, or a code. */
export type OwnText = { kind: 'test' | 'code'; by: UserId; number: string; atMs: number };

const dayMs = 86_400_000;
/** In 24 hours: per person, per phone, and for the whole team. */
const most = {
  test: { person: 10, number: 10, team: 200 },
  code: { person: 3, number: 3, team: 30 },
} as const;

/** Why one more is too many, as a sentence; undefined when it may leave. */
export function whyNoMore(sent: readonly OwnText[], next: OwnText): string | undefined {
  const today = sent.filter(({ kind, atMs }) => kind === next.kind && atMs > next.atMs - dayMs);
  const lid = most[next.kind];
  const what = next.kind === 'test' ? 'tests' : 'codes';
  if (today.filter(({ by }) => by === next.by).length >= lid.person) {
    return `You have had ${lid.person} ${what} within 24 hours, the most there are. Try again tomorrow.`;
  }
  if (today.filter(({ number }) => number === next.number).length >= lid.number) {
    return `This phone has got ${lid.number} ${what} within 24 hours, the most there are. Try again tomorrow.`;
  }
  if (today.length < lid.team) return undefined;
  return `Your team has had ${lid.team} ${what} within 24 hours, the most there are. Try again tomorrow.`;
}
