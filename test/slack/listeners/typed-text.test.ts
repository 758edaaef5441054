import { expect, test } from 'vitest';
import { typedText } from '../../../src/slack/listeners/shortcuts/typed-text.ts';

test.each([
  ['Ada <tel:+12015550150|+1 201 555 0150>', 'Ada +1 201 555 0150'],
  ['<tel:+12015550150>', '+12015550150'],
  ['```phone,name\n+12015550150,A &amp; B```', 'phone,name\n+12015550150,A & B'],
  ['<@U0ADA> +12015550150 <mailto:a@x.example|a@x.example>', '+12015550150 a@x.example'],
  ['A &lt;b&gt; &amp;lt; c', 'A <b> &lt; c'],
  [' \n ', ''],
])('of the message %j the typed text is %j', (message, typed) => {
  expect(typedText(message)).toBe(typed);
});
