import { expect, test } from 'vitest';
import { liveData } from '../support/hostile/inert-slack.ts';

const named = { people: ['U0ADA'], channels: ['C0SMS'] };
const quiet = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' };

function found(method: string, body: Record<string, unknown>): string[] {
  return liveData([{ at: 0, direction: 'to slack', method, body, status: 200, answer: {} }], named);
}

test.each([
  ['a mention in the text', { text: '<!channel>' }],
  ['a mention of somebody whom only data names', { text: 'Hi <@U0GUS>' }],
  ['an open ampersand', { text: 'a &x b' }],
  ['an address in the text', { text: 'see https://evil.example' }],
  ['a mention in formatted text', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }] }],
  ['the same in a form', { blocks: JSON.stringify([{ type: 'section', text: { type: 'mrkdwn', text: '<!here>' } }]) }],
  ['a link', { blocks: [{ type: 'rich_text', elements: [{ type: 'link', url: 'x' }] }] }],
  ['a broadcast', { blocks: [{ type: 'rich_text', elements: [{ type: 'broadcast', range: 'here' }] }] }],
  ['a person', { blocks: [{ type: 'rich_text', elements: [{ type: 'user', user_id: 'U0GUS' }] }] }],
  ['a turned word', { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'a \u202Eb' } }] }],
  ['a control character', { view: { title: { type: 'plain_text', text: 'a \u001Bb' } } }],
  ['half a character', { view: { private_metadata: 'a \uD800' } }],
  ['a preview of links', { unfurl_links: true }],
])('the check of what Slack is told sees %s', (_, bad) => {
  expect(found('chat.postMessage', { ...quiet, ...bad })).not.toEqual([]);
});

test('the check of what Slack is told passes what is inert', () => {
  const text = 'Hi <@U0ADA> in <#C0SMS>: &lt;!channel&gt; &amp; https[:]//evil[.]example';
  const blocks = [{ type: 'rich_text', elements: [{ type: 'text', text: '<!channel> https://evil.example' }] }];
  expect(found('chat.postMessage', { ...quiet, text, blocks })).toEqual([]);
});

test('the check of what Slack is told passes a way to a post of ours, in our words and by the address that Slack gave', () => {
  const permalink = 'http://127.0.0.1:1/archives/C0SMS/p1';
  const asked = { at: 0, direction: 'to slack', method: 'chat.getPermalink', body: {}, status: 200 } as const;
  const withLink = (link: Record<string, unknown>) => {
    const body = { ...quiet, blocks: [{ type: 'rich_text', elements: [{ type: 'link', ...link }] }] };
    const edit = { at: 0, direction: 'to slack', method: 'chat.update', body, status: 200, answer: {} } as const;
    return liveData([{ ...asked, answer: { ok: true, permalink } }, edit], named);
  };
  expect(withLink({ text: 'see how it goes', url: permalink })).toEqual([]);
  expect(withLink({ text: 'your bank', url: permalink })).not.toEqual([]);
  expect(withLink({ text: 'see how it goes', url: 'https://evil.example' })).not.toEqual([]);
});
