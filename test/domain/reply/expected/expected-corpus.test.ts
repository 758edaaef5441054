import { expect, test } from 'vitest';
import { expectedReader } from '../../../../src/domain/reply/expected/read-expected.ts';
import { readReply } from '../../../../src/domain/reply/opt-out.ts';
import { readCorpus } from '../read-corpus.ts';
import { campaign, campaignsByLanguage, nearMisses, plainAnswers } from './corpus.ts';

const read = expectedReader(campaign);
const plain = plainAnswers();
const near = nearMisses();

test('is tried with more than 400 plain answers and more than 600 texts that only look so', () => {
  expect(new Set(plain.map(({ text }) => text)).size).toBeGreaterThan(400);
  expect(new Set(near).size).toBeGreaterThan(600);
});

test('counts none of the texts that need a person', () => {
  expect(near.filter((text) => read(text).kind === 'counted')).toEqual([]);
});

test.each(Object.entries(campaignsByLanguage))('counts none of them in a campaign in %s', (_language, answers) => {
  const readHere = expectedReader(answers);
  expect(near.filter((text) => readHere(text).kind === 'counted')).toEqual([]);
});

test('counts at least 95 of 100 plain answers, and each under its own label', () => {
  const readings = plain.map(({ text, label }) => ({ text, label, reading: read(text) }));
  const missed = readings.filter(({ reading }) => reading.kind === 'person');
  const wrong = readings.filter(({ reading, label }) => reading.kind === 'counted' && reading.label !== label);
  expect(wrong).toEqual([]);
  expect(missed.map(({ text }) => text).length).toBeLessThan(0.05 * plain.length);
});

test('counts no text that asks for no more texts, whatever the answers', () => {
  const asks = [...readCorpus('stops'), ...readCorpus('threats'), ...readCorpus('starts'), ...readCorpus('reactions')];
  const readers = [campaign, ...Object.values(campaignsByLanguage)].map(expectedReader);
  expect(asks.filter((text) => readers.some((reader) => reader(text).kind === 'counted'))).toEqual([]);
});

test('counts only texts that are a mere reply', () => {
  const counted = [...plain.map(({ text }) => text), ...readCorpus('harmless')].filter(
    (text) => read(text).kind === 'counted',
  );
  expect(counted.filter((text) => readReply(text) !== 'reply')).toEqual([]);
});
