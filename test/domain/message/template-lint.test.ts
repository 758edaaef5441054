import { describe, expect, test } from 'vitest';
import { foreignTags } from '../../../src/domain/message/foreign-tags.ts';
import { lintTemplate } from '../../../src/domain/message/template-lint.ts';

describe('advice on a message', () => {
  test.each([
    ['Sale today!', ['opt out']],
    ['Sale today! Reply STOP to opt out.', []],
    ['Soldes! ARRÊT pour vous désabonner, STOP au 36111', []],
    ['Sale\u200b today! Reply STOP', ['U+200B']],
    ['Sale \u202etoday! Reply STOP', ['U+202E']],
    ['Your bаnk. Reply STOP', ['bаnk']],
    ['Family 👩‍💻 ❤️‍🔥 – reply STOP', []],
    ['Привет! Ответьте СТОП', []],
    ['Hi {first_name}, reply STOP', ['{{first_name}}']],
    ['Hi {{first_name}}, reply STOP', []],
  ])('names what is wrong with “%s”', (text, parts) => {
    const warnings = lintTemplate(text);
    expect(warnings).toHaveLength(parts.length);
    for (const [index, part] of parts.entries()) expect(warnings[index]).toContain(part);
  });

  const otherTools = [
    ...['*|FNAME|*', '*|MC:SUBJECT|*', '%%first_name%%', '%FIRSTNAME%', '%first_name%', '[First Name]', '[FNAME]'],
    ...['[Your company]', '[insert date]', '<<Name>>', '<< First Name >>', '«Vorname»', '<first_name>', '\x24{name}'],
    ...['#{name}', '[[name]]', '{% if vip %}', '{$name}', '##first_name##', '@@name@@', '-name-', '$first_name'],
    ...['!*CONTACT.FIRSTNAME*!', '|FNAME|', '[prénom]', '[CUSTOMER NAME]'],
  ];
  test.each(otherTools)('the tag %s of another tool is named', (tag) => {
    const warnings = lintTemplate(`Hi ${tag}, reply STOP`);
    expect(warnings).toContainEqual(
      expect.stringContaining(`“${tag}” comes from another tool and is sent as it stands`),
    );
    expect(warnings.filter((warning) => warning.includes('stands'))).toHaveLength(1);
  });

  test.each(['{{ first_name | default: "friend" }}', "{{first_name|default:'you'}}", '{{ name | capitalize }}'])(
    'the filter in %s is no fallback',
    (tag) => {
      expect(lintTemplate(`Hi ${tag}, reply STOP`)).toEqual([expect.stringContaining('the words after the bar')]);
    },
  );

  test.each([':tada:', ':+1:', ':-1:', ':100:', ':x:', ':white_check_mark:', ':flag-us:', ':tada::fire:', ':e-mail:'])(
    'the code %s of an emoji is named',
    (code) => {
      const [first] = /^:[^:]+:/.exec(code)!;
      expect(lintTemplate(`Party ${code} at 5, reply STOP`)).toEqual([
        expect.stringContaining(`“${first}” is sent as it stands, and phones would show the colons`),
      ]);
    },
  );

  test.each([
    '<https://x.example/a|label>',
    '<https://x.example>',
    '<mailto:ada@x.example|mail>',
    '<@U123>',
    '<@U1|ada>',
  ])('the markup %s of Slack is named', (markup) => {
    expect(lintTemplate(`See ${markup}, reply STOP`)).toEqual([expect.stringContaining('works only in Slack')]);
  });

  test.each([
    ['Q&amp;A', '“&amp;” is sent as it stands. Write “&”.'],
    ['3 &lt; 4', 'Write “<”.'],
    ['it&#39;s', "Write “'”."],
  ])('the escaped character in “%s” is named', (words, says) => {
    expect(lintTemplate(`${words}: reply STOP`)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    'From 10:30:45 to 12:00: be there',
    'Ratio 1:2:3, or 16:9:',
    'All is well :) :-) :D :-:',
    'http://x.example:8080/a and https://x.example:443:',
    'At [::1]:8080 or fe80::1:2:3',
    '50% off, 10%-20%, 5 % to 7 %, 100%',
    'https://x.example/?q=caf%C3%A9%20name%20',
    'Q&A, B&B; R&D',
    '[ACME] Sale [today] [STOP] [Ad]',
    'I <3 you, 3 < 4 > 2, «Bonjour» à tous',
    'Call #1, save $50, $20-$30, win $1,000',
    '5 * 3 | 4 * 2, *today* _only_ -20%-',
    'Bring a friend - name your price - or #name it',
    'Open: mon:9-5, tue:9-5',
  ])('is none about “%s”', (text) => {
    expect(foreignTags(`${text}. Reply STOP`)).toEqual([]);
  });

  test.each([':a', '[', '<<', '*|', '%', '${', '{{a|', '-a', '<https://', '&', '$a', ':+', '%%a', '«'])(
    'is quick on thousands of “%s”',
    (piece) => {
      const startedMs = performance.now();
      lintTemplate(piece.repeat(50_000));
      expect(performance.now() - startedMs).toBeLessThan(2_000);
    },
  );
});
