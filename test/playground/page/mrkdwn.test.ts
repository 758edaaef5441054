import { describe, expect, test } from 'vitest';
import { mrkdwn, plainText } from '../../../playground/page/browser/blocks/mrkdwn.ts';
import { type Child, type Element, h } from '../../../playground/page/browser/element.ts';

const reader = {
  names: { U1: 'Ada', C1: 'sms', S1: 'agents' },
  zone: 'Europe/Berlin',
  nowMs: Date.parse('2026-11-23T12:00:00Z'),
};

describe('Slack’s formatting', () => {
  test.each([
    ['plain words', 'plain words'],
    ['*bold* and _italic_ and ~gone~', '<b>bold</b> and <i>italic</i> and <s>gone</s>'],
    ['*_both_*', '<b><i>both</i></b>'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['`a *b*`', '<code>a *b*</code>'],
    ['```\nx < y\n```', '<pre>x < y</pre>'],
    ['<@U1> in <#C1> with <!subteam^S1>', '<span>@Ada</span> in <span>#sms</span> with <span>@agents</span>'],
    ['<!channel>', '<span>@channel</span>'],
    ['&lt;!channel&gt; &amp; co', '<!channel> & co'],
    ['<https://a.example/?x=1&amp;y=2|here>', '<a>here</a>'],
    ['<javascript:alert(1)|here>', '<javascript:alert(1)|here>'],
    ['<!date^1795446300^{date_short_pretty} at {time}|later>', '<time>today at 4:05 PM</time>'],
    ['&gt; quoted\nnot', '<blockquote>quoted</blockquote>not'],
    [':tada: :no_such_thing:', '🎉 :no_such_thing:'],
  ])('reads %s', (text, html) => {
    expect(written(mrkdwn(text, reader))).toBe(html);
  });

  test('puts only emoji into plain text', () => {
    expect(plainText(':warning: *not bold*')).toBe('⚠️ *not bold*');
  });
});

function written(children: readonly Child[]): string {
  const node = (one: Element | string): string =>
    typeof one === 'string' ? one : `<${one.tag}>${one.children.map(node).join('')}</${one.tag}>`;
  return h('p', {}, children).children.map(node).join('');
}
