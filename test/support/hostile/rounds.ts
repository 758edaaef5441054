import fc from 'fast-check';
import { seededRandom } from '../../../playground/random.ts';
import { createPosts, forAll, type Posting } from './post.ts';
import { forgeSlackRequest } from './slack-forgeries.ts';
import type { Target } from './target.ts';
import { anInboundText, anyBody, aStatus, type Body, nonsense } from './vonage-bodies.ts';
import { forgeWebhook, signedBy } from './vonage-forgeries.ts';

/** What came of many requests: how often each answer came, and the first requests that were answered otherwise. */
export type Round = { sent: number; answers: Record<string, number>; wrong: string[] };

export type RoundOptions = { seed: number; runs: number };

/** Signed bodies of any content; each must be answered 200, or 503 when it may be a text that nobody can read. */
export function throwBodies(target: Target, { seed, runs }: RoundOptions): Promise<Round> {
  return throwSigned(target, fc.sample(anyBody, { seed, numRuns: runs }));
}

/** Signed bodies that say nothing about anybody. */
export function throwNonsense(target: Target, { seed, runs }: RoundOptions): Promise<Round> {
  return throwSigned(target, fc.sample(nonsense, { seed, numRuns: runs }));
}

/** Forged receipts and a forged STOP. */
export function throwForgedWebhooks(target: Target, { seed, runs }: RoundOptions): Promise<Round> {
  const random = seededRandom(seed);
  const { settings } = target.vonage;
  const requests = Array.from({ length: runs }, (_, no) => {
    const isStop = random() < 0.5;
    const inbound = { ...anInboundText, text: 'STOP', message_uuid: `forged-${no}` };
    const body = JSON.stringify(isStop ? inbound : { ...aStatus, client_ref: `v1.abcd2345.${no % 60}.1` });
    return { path: isStop ? '/vonage/inbound' : '/vonage/status', ...forgeWebhook(random, settings, body) };
  });
  // The rest of a header that is too long is not read, which some clients see as a cut.
  return throwAll(target, requests, (how) => wantedFor[how] ?? [401]);
}

const wantedFor: Readonly<Record<string, (number | string)[]>> = {
  'very long': [401, 431, 'ECONNRESET', 'EPIPE'],
  // Whose clock is wrong nobody can tell; a 4xx would be the last that a true text is tried.
  'too old': [503],
  'of the future': [503],
};

/** Forged commands that would opt somebody out. */
export function throwForgedCommands(target: Target, { seed, runs }: RoundOptions): Promise<Round> {
  const random = seededRandom(seed);
  const requests = Array.from({ length: runs }, (_, no) => {
    const body = commandBody(target, `optout add +1201555${String(200 + (no % 700)).padStart(4, '0')}`);
    return { path: '/slack/events', ...forgeSlackRequest(random, target.slack.signingSecret, body) };
  });
  return throwAll(target, requests, (how) => (how === 'hidden behind a check of the certificate' ? [200] : [400, 401]));
}

/** A slash command of Ada, as Slack writes it. */
export function commandBody({ slack }: Pick<Target, 'slack'>, text: string): string {
  return new URLSearchParams({
    command: '/sms-campaign',
    text,
    team_id: slack.state.team.id,
    api_app_id: slack.state.app.id,
    channel_id: 'C0SMS',
    channel_name: 'sms',
    user_id: 'U0ADA',
    user_name: 'ada',
    trigger_id: '1.2.forged',
    response_url: `${slack.url}/actions/T0LOCAL/1/forged`,
  }).toString();
}

function throwSigned(target: Target, bodies: readonly Body[]): Promise<Round> {
  const requests = bodies.map(({ kind, body }) => ({
    how: body,
    path: `/vonage/${kind}`,
    posting: { body, headers: { authorization: signedBy(target.vonage.settings, body) } },
  }));
  return throwAll(target, requests, [200, 503]);
}

async function throwAll(
  { url }: Target,
  requests: readonly { how: string; path: string; posting: Posting }[],
  right: readonly (number | string)[] | ((how: string) => readonly (number | string)[]),
): Promise<Round> {
  const round: Round = { sent: requests.length, answers: {}, wrong: [] };
  // Making the requests took a while, after which the server ends connections that were kept.
  const posts = createPosts();
  await forAll(requests, async ({ how, path, posting }) => {
    const { status } = await posts.post(url + path, posting);
    round.answers[status] = (round.answers[status] ?? 0) + 1;
    const wanted = typeof right === 'function' ? right(how) : right;
    if (!wanted.includes(status) && round.wrong.length < 10) round.wrong.push(`${status}: ${how}`);
  });
  posts.close();
  return round;
}
