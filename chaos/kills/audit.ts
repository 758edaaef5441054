import type { AcceptedMessage } from '../../playground/vonage/oracle.ts';
import { clientRef, readClientRef } from '../../src/domain/recipient/recipient.ts';
import { auditAnswers } from './answering/audit-answers.ts';
import type { Breach, Evidence } from './evidence.ts';
import { auditPlaces } from './places/audit-places.ts';
import { ownerOf } from './spellings.ts';

/** Holds the program's books against what Vonage really took. */
export function audit(evidence: Evidence): Breach[] {
  return [
    ...doubleSends(evidence.accepted),
    ...lostRecipients(evidence),
    ...falseLabels(evidence),
    ...tooMuchDoubt(evidence),
    ...lostWebhooks(evidence),
    ...sendsAfterStop(evidence),
    ...auditAnswers(evidence),
    ...(evidence.places ? auditPlaces(evidence, evidence.places) : []),
  ];
}

function doubleSends(accepted: readonly AcceptedMessage[]): Breach[] {
  const promise = 'no double send';
  const ours = accepted.filter(({ clientRef }) => clientRef?.startsWith('v1.'));
  const pair = ({ clientRef, to }: AcceptedMessage) => `${readClientRef(clientRef!)?.campaignId} ${ownerOf(to)}`;
  return [
    ...repeated(ours.map(({ clientRef }) => clientRef!)).map((ref) => ({
      promise,
      sentence: `${ref} was taken twice`,
    })),
    ...repeated(ours.map(pair)).map((twice) => ({ promise, sentence: `one person was texted twice: ${twice}` })),
  ];
}

function lostRecipients({ books, accepted, places }: Evidence): Breach[] {
  const promise = 'no silent loss';
  const breaches: Breach[] = [];
  const known = new Set<string>();
  for (const { campaign, counts, recipients } of books.campaigns) {
    known.add(campaign.id);
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    if (sum !== campaign.list.size || recipients.length !== campaign.list.size) {
      const sentence = `${campaign.name}: the counts add up to ${sum} of ${campaign.list.size}`;
      breaches.push({ promise, sentence });
    }
    // Where places close and caps hold, somebody waits longer than any run: people cancel it.
    if (campaign.status !== 'completed' && !(places && campaign.status === 'cancelled')) {
      breaches.push({ promise, sentence: `${campaign.name} is ${campaign.status} at the end, not completed` });
    }
    for (const recipient of recipients) {
      if (['queued', 'claimed'].includes(recipient.state))
        breaches.push({ promise, sentence: `${clientRef(recipient)} is ${recipient.state} at the end` });
      if (['rejected', 'skipped', 'unconfirmed'].includes(recipient.state) && !recipient.reason) {
        breaches.push({ promise, sentence: `${clientRef(recipient)} is ${recipient.state} without a reason` });
      }
    }
  }
  for (const { clientRef: sent = '' } of accepted) {
    const ref = readClientRef(sent);
    if (ref && !known.has(ref.campaignId)) breaches.push({ promise, sentence: `${sent} belongs to no campaign` });
  }
  return breaches;
}

/**
 * After all webhooks were taken: every message that Vonage took has exactly the reported state, and no others count as
 * sent.
 */
function falseLabels({ books, accepted, oracle }: Evidence): Breach[] {
  const taken = new Map(accepted.map((message) => [message.clientRef, message]));
  const breaches: Breach[] = [];
  for (const recipient of books.campaigns.flatMap(({ recipients }) => recipients)) {
    const message = taken.get(clientRef(recipient));
    const truth = message ? oracle.finals[message.messageUuid] : undefined;
    const isTrue = message
      ? recipient.state === truth && recipient.messageId === message.messageUuid
      : ['rejected', 'skipped', 'unconfirmed', 'queued', 'claimed'].includes(recipient.state);
    if (isTrue) continue;
    const sentence = `${clientRef(recipient)} is ${recipient.state} (${recipient.reason ?? recipient.messageId}) here, and ${message ? `${truth} (${message.messageUuid})` : 'unknown'} at Vonage`;
    breaches.push({ promise: 'every label true', sentence });
  }
  return breaches;
}

function tooMuchDoubt({ log, mayFly, outages }: Evidence): Breach[] {
  const promise = 'bounded doubt';
  const most = Math.max(0, ...log.doubtsByCrash);
  const bound = outages * (mayFly + 5);
  return [
    ...(most > mayFly
      ? [{ promise, sentence: `one crash left ${most} unconfirmed, and ${mayFly} may be in flight` }]
      : []),
    ...(log.doubtsByAnswer > bound
      ? [{ promise, sentence: `${outages} outages left ${log.doubtsByAnswer} unconfirmed, more than ${bound}` }]
      : []),
  ];
}

function lostWebhooks({ oracle, books }: Evidence): Breach[] {
  const promise = 'webhooks';
  const times = new Map<string, number>();
  for (const id of books.inbound) times.set(id, (times.get(id) ?? 0) + 1);
  const breaches = oracle.inbound
    .filter(({ id }) => times.get(id) !== 1)
    .map(({ id }) => ({
      promise,
      sentence: `the text ${id} was answered 2xx and is stored ${times.get(id) ?? 0} times`,
    }));
  if (oracle.refused > 0) breaches.push({ promise, sentence: `${oracle.refused} webhooks were refused for good` });
  if (oracle.pending > 0) breaches.push({ promise, sentence: `${oracle.pending} webhooks were never taken` });
  return breaches;
}

/** The network may hold up a request that had left before for this long. */
const stopGraceMs = 20_000;

function sendsAfterStop({ oracle, accepted }: Evidence): Breach[] {
  const stopped = new Map(
    oracle.inbound.filter(({ text }) => /^(stop|arr)/i.test(text)).map(({ from, takenAt }) => [ownerOf(from), takenAt]),
  );
  return accepted
    .filter(
      ({ to, at, clientRef }) =>
        clientRef?.startsWith('v1.') && at > (stopped.get(ownerOf(to)) ?? Infinity) + stopGraceMs,
    )
    .map(({ clientRef }) => ({ promise: 'opt-out', sentence: `${clientRef} was sent long after a STOP was taken` }));
}

function repeated(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
