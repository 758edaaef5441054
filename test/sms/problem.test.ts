import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readProblem } from '../../src/sms/problem.ts';

describe('the code of a problem', () => {
  test.each([
    [{ type: 'https://developer.vonage.com/api-errors/messages#1240', title: '1240' }, '1240'],
    [{ type: 'https://developer.vonage.com/api-errors/messages#1120', title: 'Invalid sender' }, '1120'],
    [{ title: 1170 }, '1170'],
    [{ type: 'https://developer.vonage.com/api-errors#unprovisioned', title: 'x' }, 'unprovisioned'],
    [{ type: 'https://example.com/#12015550123', title: 'x' }, undefined],
    [{ type: 7, title: null }, undefined],
    [[], undefined],
  ])('of %j is %j', (document, code) => {
    expect(readProblem(JSON.stringify(document)).code).toBe(code);
  });
});

describe('the summary of a problem', () => {
  test('names the parameters that are wrong', () => {
    const body = JSON.stringify({
      title: 'Invalid params',
      invalid_parameters: [{ name: 'to', reason: 'length must be between 7 and 15' }, { name: 'from' }, 3],
    });
    expect(readProblem(body).summary).toBe('Invalid params');
    const fine = JSON.stringify({ title: 'Invalid params', invalid_parameters: [{ name: 'to', reason: 'too long' }] });
    expect(readProblem(fine).summary).toBe('Invalid params. to: too long');
  });

  test.each([
    [
      'You did not provide correct credentials.',
      'Check your key.',
      'You did not provide correct credentials. Check your key.',
    ],
    ['Unauthorized', 'Check your key', 'Unauthorized. Check your key'],
    ['What?', 'Try again!', 'What? Try again!'],
    ['1120', 'Illegal sender', 'Illegal sender'],
    ['Reason:', 'too long', 'Reason: too long'],
    ['Low balance…', '', 'Low balance…'],
  ])('puts %j and %j together as sentences', (title, detail, summary) => {
    expect(readProblem(JSON.stringify({ title, detail })).summary).toBe(summary);
  });

  test.each([
    ['The number 12015550123 is not valid', 'The number … is not valid'],
    ['+1 (201) 555-0123 is barred', '… is barred'],
    ['Sender 555123 is short', 'Sender 555123 is short'],
    ['Value "Ada Lovelace" is wrong', 'Value … is wrong'],
    ["Value 'Ada' isn't right", "Value … isn't right"],
    [`Token ${'eyJhbGciOiJIUzI1NiJ9.e30.abc'} expired`, 'Token … expired'],
    ['two\r\nlines\u0000', 'two lines'],
  ])('of %j reads %j', (detail, summary) => {
    expect(readProblem(JSON.stringify({ detail })).summary).toBe(summary);
  });

  test('leaves out a part that repeats what was sent, also in another case or spacing', () => {
    const text = 'Dear Ada, your appointment is tomorrow at nine.';
    const body = JSON.stringify({ title: 'Bad text', detail: `Cannot send: APPOINTMENT  IS tomorrow` });
    expect(readProblem(body, [text]).summary).toBe('Bad text');
  });

  test('never holds a long run of digits or a quarter of a hidden text, and stays short', () => {
    const hidden = 'canary: the blue whale sings at midnight';
    const word = fc.oneof(fc.string(), fc.constant(hidden), fc.constant('+12015550123'), fc.constant('1 201 555 0123'));
    const words = fc.array(word).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(words, words, (title, detail) => {
        const { summary } = readProblem(JSON.stringify({ title, detail }), [hidden]);
        expect(summary.length).toBeLessThanOrEqual(200);
        expect(summary).not.toMatch(/\d{7}/);
        expect(summary).not.toContain('blue whale');
      }),
    );
  });

  test.each(['', 'null', '[]', '"x"', '{"title":{"a":1}}', '{"__proto__":{"title":"x"}}', '\ud800', '<html>'])(
    'of %j is empty',
    (body) => {
      expect(readProblem(body)).toEqual({ code: undefined, summary: '' });
    },
  );
});
