import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../chaos/kills/evidence.ts';
import { auditPlaces } from '../../chaos/kills/places/audit-places.ts';
import type { PlacesEvidence } from '../../chaos/kills/places/places-evidence.ts';
import { planPlaces, settingsOf } from '../../chaos/kills/places/plan-places.ts';
import { createRandom } from '../../chaos/random.ts';
import type { Recipient } from '../../src/domain/recipient/recipient.ts';
import { readRulesFile } from '../../src/domain/rules/operator-rules.ts';
import { aCampaign, campaignId, counts } from '../support/builders.ts';

const [startMs, minuteMs] = [Date.parse('2026-11-29T12:00:00Z'), 60_000];
const plan: PlacesEvidence['plan'] = {
  blocked: { country: 'IN', state: 'US-TX' },
  opening: { country: 'FR', opensMs: startMs + minuteMs, closesMs: startMs + 660 * minuteMs },
  closing: { country: 'GB', lastMs: startMs + minuteMs, closesMs: startMs + 6 * minuteMs },
  cap: { max: 1, perMs: 60 * minuteMs },
};
const [french, british, indian, texan, german] = [
  '33612000001',
  '447911200001',
  '919812000001',
  '12102000001',
  '4915112000001',
];

type Text = { to?: string; afterMs?: number; ttl?: number; no?: number };

function found(texts: readonly Text[], rest: Partial<PlacesEvidence> = {}, recipients: Recipient[] = []): string[] {
  const accepted = texts.map(({ to = german, afterMs = 0, ttl, no = 0 }) => ({
    messageUuid: `${no}`,
    clientRef: `v1.${campaignId}.${no}.1`,
    to,
    from: '',
    text: '',
    ttl,
    at: startMs + afterMs,
  }));
  const evidence: Evidence = {
    accepted,
    oracle: { pending: 0, refused: 0, taken: 0, repeated: 0, finals: {}, inbound: [] },
    books: {
      campaigns: [{ campaign: aCampaign({ status: 'cancelled' }), counts: counts({}), recipients }],
      inbound: [],
      conversations: [],
      groups: [],
    },
    log: { doubtsByCrash: [], doubtsByAnswer: 0, pauses: {}, errors: {} },
    mayFly: 50,
    outages: 0,
  };
  const places = { plan, refusals: [], cancelledMs: startMs + 2 * minuteMs, ...rest };
  return auditPlaces(evidence, places).map(({ promise }) => promise);
}

describe('the audit of a run through places', () => {
  test('finds whoever was texted where it is blocked, too early, too late, or by a text that may come later', () => {
    expect(found([{ to: indian }])).toEqual(['G7']);
    expect(found([{ to: texan }])).toEqual(['G7']);
    expect(found([{ to: french, afterMs: 59_999, ttl: 60 }])).toEqual(['G7']);
    expect(found([{ to: french, afterMs: 60_000, ttl: 60 }])).toEqual([]);
    expect(found([{ to: british, ttl: 360 }])).toEqual([]);
    expect(found([{ to: british, ttl: 400 }])).toEqual(['G7']);
    expect(found([{ to: british }])).toEqual(['G7']);
    expect(found([{ to: british, afterMs: 90_000, ttl: 60 }])).toEqual(['G7']);
  });

  test('finds a second text within the hour, from whichever campaign', () => {
    expect(found([{}, { afterMs: 59 * minuteMs, no: 1 }])).toEqual(['G7']);
    expect(found([{}, { afterMs: 60 * minuteMs, no: 1 }])).toEqual([]);
  });

  test('finds who was texted after their no had been confirmed', () => {
    const refusal = { number: `+${german}`, by: 'import' as const, confirmedMs: startMs };
    expect(found([{ afterMs: minuteMs }], { refusals: [refusal] })).toEqual(['G5']);
    expect(found([{ afterMs: minuteMs }], { refusals: [{ ...refusal, confirmedMs: undefined }] })).toEqual([]);
  });

  test('finds whose reason is not true', () => {
    const skipped = (number: string, reason: string): Recipient => ({
      campaignId,
      no: 5,
      number: `+${number}` as Recipient['number'],
      values: [],
      state: 'skipped',
      attempt: 0,
      reason,
      messageId: null,
      batch: 0,
      changedAt: null,
    });
    for (const reason of ['place_blocked', 'opted_out', 'cancelled'])
      expect(found([], {}, [skipped(german, reason)])).toEqual(['true reasons']);
    expect(found([], {}, [skipped(texan, 'place_blocked')])).toEqual([]);
    expect(found([], {}, [skipped(british, 'cancelled')])).toEqual([]);
    expect(found([], {}, [skipped(french, 'cancelled')])).toEqual(['true reasons']);
  });
});

test('at every hour of the day there are places that open and close far from their midnight, and the program takes the file', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const nowMs = Date.parse('2026-11-29T00:10:20Z') + hour * 60 * minuteMs;
    const { opening, closing, ...rest } = planPlaces(createRandom(hour), nowMs, 30_000);
    expect(opening.opensMs - nowMs).toBe(40_000);
    expect(opening.closesMs).toBeGreaterThan(opening.opensMs + 60 * minuteMs);
    expect(closing.closesMs - closing.lastMs).toBe(5 * minuteMs);
    const { file } = settingsOf({ opening, closing, ...rest });
    expect(readRulesFile(file, new Date(nowMs)).rules).toHaveLength(4);
  }
});
