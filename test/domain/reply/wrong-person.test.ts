import { describe, expect, test } from 'vitest';
import { saysWrongPerson } from '../../../src/domain/reply/words/wrong-person.ts';
import { readCorpus } from './read-corpus.ts';

const wrong = readCorpus('wrong-persons');
const right = readCorpus('right-persons');
const nameFor = (text: string) => (/Анна/.test(text) ? 'Анна' : 'Anna Lovelace');

describe('whoever is not the person that was meant', () => {
  test('is known by many ways to say so, in some twenty languages', () => {
    expect(new Set(wrong).size).toBeGreaterThan(100);
    expect(wrong.filter((text) => !saysWrongPerson(text, nameFor(text)))).toEqual([]);
  });

  test('is told from the person who only seems to say so', () => {
    expect(new Set(right).size).toBeGreaterThan(60);
    expect(right.filter((text) => saysWrongPerson(text, nameFor(text)))).toEqual([]);
  });

  test('needs the name on the list to be known by a name', () => {
    expect(saysWrongPerson('I’m not Anna', null)).toBe(false);
    expect(saysWrongPerson('I’m not Anna', 'Bob')).toBe(false);
    expect(saysWrongPerson('I’m not Bob', 'Bob')).toBe(true);
    expect(saysWrongPerson('Wrong number', null)).toBe(true);
  });

  test('is not looked for in texts that no phone writes', () => {
    expect(saysWrongPerson(`wrong number${'!'.repeat(1_000)}`, null)).toBe(false);
    expect(saysWrongPerson('not '.repeat(240), 'Not Not')).toBe(false);
  });
});

test('none of the harmless texts of the other corpus is one, whatever the name', () => {
  const harmless = readCorpus('harmless').filter((text) => !wrong.includes(text));
  expect(harmless.filter((text) => saysWrongPerson(text, 'Anna Lovelace'))).toEqual([]);
});
