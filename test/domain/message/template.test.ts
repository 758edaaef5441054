import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnName, columnNames } from '../../../src/domain/list/columns/column-names.ts';
import {
  checkTemplate,
  numberColumnProblem,
  parseTemplate,
  placeholders,
  renderMessage,
  unfilledPlaceholders,
} from '../../../src/domain/message/template.ts';

function render(text: string, columns: string[], values: string[]) {
  return renderMessage(parseTemplate(text), columns, values);
}

describe('a message with placeholders', () => {
  test.each([
    ['Hi {{first_name}}!', 'Hi Ada!'],
    ['Hi {{ First Name }}!', 'Hi Ada!'],
    ['Hi {{FIRST_NAME}}!', 'Hi Ada!'],
    ['Hi {{first_name|there}}!', 'Hi Ada!'],
    ['Hi {{nick|there}}!', 'Hi there!'],
    ['Hi {{ nick | dear friend }}!', 'Hi dear friend!'],
    ['Hi{{nick|}}!', 'Hi!'],
    ['Hi {{other|a|b}}', 'Hi a|b'],
    ['{{first_name}}{{first_name}}', 'AdaAda'],
    ['{not one} $1 $& {', '{not one} $1 $& {'],
    ['Hi {{größe}}', 'Hi XL'],
    ['Hi {{constructor|x}} {{__proto__|y}}', 'Hi x y'],
  ])('“%s” reads “%s”', (text, read) => {
    expect(render(text, ['first_name', 'nick', 'grosse'], [' Ada ', ' ', 'XL'])).toEqual({ ok: true, text: read });
  });

  test('is not written to somebody who lacks a value', () => {
    expect(render('Hi {{nick}}', ['nick'], ['\u200b '])).toEqual({ ok: false, missing: 'nick' });
    expect(render('Hi {{nick}}', ['nick'], [])).toEqual({ ok: false, missing: 'nick' });
    expect(render('Hi {{constructor}}', [], [])).toEqual({ ok: false, missing: 'constructor' });
  });

  test.each([
    ['', 'is empty'],
    [' \n\t', 'is empty'],
    ['Hi {{first_name', 'is not closed'],
    ['Hi {{}}', 'names nothing'],
    ['Hi {{ |x}}', 'names nothing'],
    ['Hi {{...}}', 'names nothing'],
    ['Hi {{a{{b}}}}', 'braces inside braces'],
    ['{{{name}}}', 'braces inside braces'],
    ['Hi first_name}}', 'without a “{{”'],
    ['x'.repeat(1601), 'shorten it to 1600'],
    ['{{'.repeat(800), 'is not closed'],
  ])('“%s” is refused', (text, wrong) => {
    expect(() => parseTemplate(text)).toThrow(wrong);
    expect(() => parseTemplate(text)).toThrow(expect.objectContaining({ code: 'bad_template', field: 'message' }));
  });

  test('names its placeholders once each', () => {
    const template = parseTemplate('{{a}} {{B|x}} {{ A }}');
    expect(placeholders(template)).toEqual([{ name: 'a' }, { name: 'b', fallback: 'x' }]);
  });

  test('takes values as data: what looks like a placeholder in them stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (value, other) => {
        const rendered = render('[{{a|-}}]', ['a', 'b'], [`{{b}}${value}{{a}}`, other]);
        if (!rendered.ok) throw new Error('rendered');
        expect(rendered.text.startsWith('[{{b}}')).toBe(true);
        expect(rendered.text.endsWith('{{a}}]')).toBe(true);
      }),
    );
  });

  test('takes out of values what is not seen or turns the text around', () => {
    expect(render('{{a}}', ['a'], ['A\u202ed\u200ba\u0007\nL.\u2066 \ufeff'])).toEqual({ ok: true, text: 'Ada L.' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const rendered = render('{{a|-}}', ['a'], [value]);
        expect(rendered.ok && /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(rendered.text)).toBe(false);
      }),
    );
  });

  test('is checked against the whole list', async () => {
    const list = [
      ['Ada', 'Bonn'],
      ['', 'Bonn'],
      ['Cid', ''],
      ['', ''],
      ['x'.repeat(1600), 'Bonn'],
    ].map((values) => ({ values }));
    const check = await checkTemplate(
      parseTemplate('Hi {{name}} of {{city|home}}, {{zip}} {{zip}} {{code|}}'),
      ['name', 'city'],
      list,
    );
    expect(check).toEqual({
      missing: [{ name: 'name', count: 2, firstLines: [2, 4] }],
      unknown: ['zip'],
      tooLong: { count: 1, firstLines: [5] },
    });
  });
});

describe('column names', () => {
  test.each([
    ['First Name', 'first_name'],
    [' E-Mail (privat) ', 'e_mail_privat'],
    ['Größe', 'grosse'],
    ['Prénom', 'prenom'],
    ['Имя', 'имя'],
    ['__proto__', 'proto'],
    ['!!!', ''],
  ])('are made of what heads a column: “%s” becomes “%s”', (cell, name) => {
    expect(columnName(cell)).toBe(name);
  });

  test('are unique, never empty, and mean the same when written again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('a', 'A', 'a_2', '')), { maxLength: 70 }),
        (header) => {
          const names = columnNames(header);
          expect(new Set(names).size).toBe(header.length);
          expect(names).not.toContain('');
          for (const name of header.map(columnName)) expect(columnName(name)).toBe(name);
        },
      ),
    );
  });
});

describe('a placeholder for the column that the numbers come from', () => {
  const problem = (text: string, columns = ['first_name'], numberColumns = ['Phone']) =>
    numberColumnProblem(parseTemplate(text), columns, numberColumns);

  test.each(['Call {{phone}}', 'Call {{ Phone }}', '{{first_name}}: {{PHONE}}'])('“%s” is refused by name', (text) => {
    expect(problem(text)).toBe('{{phone}} is the column that the numbers come from. Take it out of the message.');
  });

  test.each([
    ['Hi {{first_name}}', ['first_name'], ['phone']],
    ['Hi {{nick}}', ['first_name'], ['phone']],
    ['Call {{phone|us}}', ['first_name'], ['phone']],
    ['Call {{phone}}', ['first_name', 'phone'], ['mobile']],
    ['Call {{phone}}', ['phone'], ['phone']],
    ['Call {{phone}}', [], []],
  ])('“%s” is not about it with the columns %j and the numbers from %j', (text, columns, numberColumns) => {
    expect(problem(text, columns, numberColumns)).toBeUndefined();
  });
});

describe('a placeholder that no column fills', () => {
  test.each([
    [
      'Hi {{first_name|there}}!',
      ['name', 'city'],
      ['The list has no column first_name, so everybody reads “there”. The list has {{name}}, {{city}}.'],
    ],
    ['Hi{{nick|}}!', [], ['The list has no column nick, so everybody reads nothing there.']],
    ['Hi {{name|there}}!', ['name'], []],
    ['Hi {{name}}!', [], []],
  ])('“%s” with %j is told with what everybody reads instead', (text, columns, sentences) => {
    expect(unfilledPlaceholders(text, { columns, size: 2 })).toEqual(sentences);
  });
});
