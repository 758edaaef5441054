import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CampaignContent, contentHash } from '../../../src/domain/campaign/approval.ts';
import type { ChannelId, SenderId } from '../../../src/domain/ids.ts';

const content: CampaignContent = {
  name: 'November sale',
  sender: '12015550100' as SenderId,
  template: 'Hi {{first_name}}',
  throttle: { batchSize: 50, everySeconds: 300, holdAbove: 10 },
  hours: { zone: 'Europe/Berlin', days: [1, 2, 3], from: '09:00', to: '18:00' },
  startAt: '2026-11-24T08:00:00.000Z',
  channel: 'C1' as ChannelId,
  list: {
    size: 2,
    columns: ['first_name'],
    hash: 'abc',
    duplicates: 0,
    invalid: 0,
    optedOut: 0,
    rejected: [{ line: 7, value: 'x', reason: 'no' }],
  },
};

describe('the content hash that an approval is bound to', () => {
  test('is a SHA-256 that stays the same for the same content, in whatever order its fields stand', () => {
    expect(contentHash(content)).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash(reversed(content) as CampaignContent)).toBe(contentHash(content));
    expect(contentHash(JSON.parse(JSON.stringify(content)))).toBe(contentHash(content));
  });

  test('does not change with what changes while a campaign runs', () => {
    expect(contentHash({ ...content, ...{ status: 'running', version: 9 } })).toBe(contentHash(content));
  });

  test.each(leaves(content).map((path) => [path.join('.'), path] as const))('changes with %s', (_title, path) => {
    const hashes = new Set([contentHash(content)]);
    for (const value of ['other', 77, null, true])
      hashes.add(contentHash(changed(content, path, value) as CampaignContent));
    expect(hashes.size).toBe(5);
  });

  test.each(['hours', 'startAt'] as const)('changes when %s is left out', (field) => {
    expect(contentHash({ ...content, [field]: null })).not.toBe(contentHash(content));
  });

  test('tells any two templates apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (template, other) => {
        const isSame = contentHash({ ...content, template }) === contentHash({ ...content, template: other });
        expect(isSame).toBe(template === other);
      }),
    );
  });
});

function leaves(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function changed(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, to);
  return copy;
}

function reversed(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
