import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { readCorpus } from './read-corpus.ts';

describe('a threat or a complaint that asks for it to end', () => {
  test.each(readCorpus('threats'))('stands before a person: %s', (text) => {
    for (const written of [text, text.toUpperCase(), `Hello, ${text}`, `${text} 😡`]) {
      expect([written, readReply(written)]).not.toEqual([written, 'reply']);
    }
  });

  test.each(readCorpus('no-threats'))('is not heard in “%s”', (text) => {
    expect(readReply(text)).toBe('reply');
  });
});
