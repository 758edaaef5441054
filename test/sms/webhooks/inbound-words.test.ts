import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { readWords } from '../../../src/sms/webhooks/inbound-words.ts';

const url = 'https://example.com/media/stop.jpg';
const about = {
  channel: 'mms',
  message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  from: '12015550104',
  to: '12015550123',
};
const said = (document: object) => readWords({ ...about, ...document });

describe('the words of a message', () => {
  test.each<[string, object, string]>([
    ['a text', { message_type: 'text', text: 'STOP', sms: { num_messages: '1', keyword: 'STOP' } }, 'STOP'],
    ['a text that is a link', { text: url }, url],
    ['a text that is a number', { text: 42 }, '42'],
    ['a caption', { message_type: 'image', image: { url, name: 'a.jpg', caption: 'STOP' } }, 'STOP'],
    ['a caption of a video', { message_type: 'video', video: { url, caption: 'STOP' } }, 'STOP'],
    ['a caption of a file', { message_type: 'file', file: { url, name: 'a.pdf', caption: 'STOP' } }, 'STOP'],
    ['a caption of a recording', { message_type: 'audio', audio: { url, caption: 'STOP' } }, 'STOP'],
    ['a caption of a contact', { message_type: 'vcard', vcard: { url }, caption: 'STOP' }, 'STOP'],
    ['a caption in a contact', { message_type: 'vcard', vcard: { url, caption: 'STOP' } }, 'STOP'],
    ['a caption of a place', { location: { lat: 1, long: 2, name: 'Bus stop', caption: 'STOP' } }, 'STOP'],
    ['another spelling of the name', { messageType: 'Text', Text: 'STOP' }, 'STOP'],
    ['a caption beside the picture', { message_type: 'image', image: { url }, caption: 'STOP' }, 'STOP'],
    ['a caption of a list of pictures', { images: [{ url }, { url, caption: 'STOP' }] }, 'STOP'],
    ['a subject', { message_type: 'image', subject: 'STOP', image: { url } }, 'STOP'],
    ['a text and a caption', { text: 'Please', image: { url, caption: 'STOP' } }, 'Please\nSTOP'],
    ['a text and the same caption', { text: 'STOP', image: { url, caption: 'STOP' } }, 'STOP'],
    [
      'a part',
      {
        message_type: 'content',
        content: [
          { type: 'image', url },
          { type: 'text', text: 'STOP' },
        ],
      },
      'STOP',
    ],
    [
      'parts',
      {
        content: [
          { type: 'text', text: 'No' },
          { type: 'image', url },
          { type: 'text', text: 'more' },
        ],
      },
      'No\nmore',
    ],
    ['a part with a caption', { content: [{ type: 'image', url, caption: 'STOP' }] }, 'STOP'],
    ['a part whose words are its content', { content: [{ type: 'image', url, content: 'STOP' }] }, 'STOP'],
    ['a part in an object', { content: [{ type: 'text', text: { body: 'STOP' } }] }, 'STOP'],
    ['parts that are texts', { content: ['STOP', 'please'] }, 'STOP\nplease'],
    ['content that is one part', { content: { type: 'text', text: 'STOP' } }, 'STOP'],
    ['content that is a text', { content: 'STOP' }, 'STOP'],
    [
      'attachments',
      {
        attachments: [
          { type: 'image', url },
          { type: 'text', body: 'STOP' },
        ],
      },
      'STOP',
    ],
    ['a body', { body: 'STOP' }, 'STOP'],
    ['a pressed button', { message_type: 'button', button: { payload: 'b1', text: 'STOP' } }, 'STOP'],
    ['what a button stands for', { message_type: 'button', button: { payload: 'STOP' } }, 'STOP'],
    ['a button that is a word', { button: 'STOP' }, 'STOP'],
    ['a reply', { message_type: 'reply', reply: { id: 'row1', title: 'STOP', description: 'Ends it' } }, 'STOP'],
    ['what a reply stands for', { message_type: 'reply', reply: { id: 'STOP' } }, 'STOP'],
    ['a reply that is a word', { reply: 'STOP' }, 'STOP'],
    ['a button reply', { interactive: { type: 'button_reply', button_reply: { id: 'b', title: 'STOP' } } }, 'STOP'],
    ['a list reply', { interactive: { type: 'list_reply', list_reply: { id: 'STOP', title: 'STOP' } } }, 'STOP'],
    ['a list reply beside it', { list_reply: { id: 'r2', title: 'STOP' } }, 'STOP'],
    ['a suggestion', { suggestion: { postback_data: 'STOP' } }, 'STOP'],
    ['a postback', { postback: { title: 'STOP', payload: 'p' } }, 'STOP'],
    ['version 0.1', { message: { content: { type: 'text', text: 'STOP' } } }, 'STOP'],
    ['a caption of version 0.1', { message: { content: { type: 'image', image: { url, caption: 'STOP' } } } }, 'STOP'],
    ['the SMS API', { msisdn: '12015550104', type: 'text', text: 'Stop it', keyword: 'STOP' }, 'Stop it'],
    ['a keyword alone', { msisdn: '12015550104', keyword: 'STOP' }, 'STOP'],
    ['a keyword of v1 alone', { sms: { keyword: 'STOP' } }, 'STOP'],
    ['an order', { message_type: 'order', order: { catalog_id: '1', product_items: [], text: 'STOP' } }, 'STOP'],
    ['a reaction', { message_type: 'reaction', reaction: { action: 'react', emoji: '👍' } }, '👍'],
    ['a kind of the future', { message_type: 'hologram', hologram: { frames: [{ url }], caption: 'STOP' } }, 'STOP'],
    ['a shape of the future', { event: { data: { comment: 'STOP' } } }, 'STOP'],
    ['a wrapped message', { data: { payload: { body: 'STOP' } } }, 'STOP'],
    ['a location and words', { message_type: 'location', location: { lat: 1, long: 2 }, text: 'STOP' }, 'STOP'],
  ])('are read from %s', (_, document, text) => {
    expect(said(document).text).toBe(text);
  });

  test.each<[string, object]>([
    ['addresses', { image: { url, link: url }, content: url }],
    ['names of files', { image: { url, name: 'stop.jpg' } }],
    ['places', { location: { lat: 51.5, long: 0, name: 'Bus stop', address: 'Stop Street 1', title: 'Stop' } }],
    ['contacts', { contacts: [{ name: { formatted_name: 'Stop & Co' }, title: 'STOP' }] }],
    ['a name of the person', { profile: { name: 'Stop', title: 'STOP' } }],
    [
      'a quoted message',
      { context: { message_uuid: 'x', text: 'Reply STOP to opt out' }, quoted_message: { text: 'STOP' } },
    ],
    ['our advertisement', { whatsapp: { referral: { body: 'STOP smoking', title: 'STOP' } } }],
    ['the provider', { provider_message: 'STOP', error: { title: 'STOP' }, usage: { text: 'STOP' } }],
    ['ids', { content: '12345', message: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab', reply: { id: '1712' } }],
    ['bytes', { content: `${'QUJD'.repeat(30)}==`, message: 'data:image/png;base64,AAAA' }],
  ])('are not %s', (_, document) => {
    expect(said(document).text).toBe('');
  });

  test('are also what a button stands for, when that is a STOP', () => {
    const { text } = said({ button: { text: 'No thanks', payload: 'STOP' } });
    expect(text).toBe('No thanks\nSTOP');
    expect(readReply(text)).toBe('opt_out');
    expect(said({ button: { text: 'Yes', payload: 'yes-button' } }).text).toBe('Yes');
  });
});

describe('what came with the words', () => {
  test.each<[string, object, string | undefined]>([
    ['a text', { message_type: 'text', text: 'Hi' }, undefined],
    ['an empty text', { message_type: 'text', text: '' }, undefined],
    ['a pressed button', { message_type: 'button', button: { text: 'Yes' } }, undefined],
    ['a picture', { message_type: 'image', image: { url } }, 'picture'],
    ['a picture without its kind', { image: { url } }, 'picture'],
    ['a picture that is an address', { image: url }, 'picture'],
    ['a picture with a caption', { message_type: 'image', image: { url, caption: 'Hi' } }, 'picture'],
    ['a video', { message_type: 'video', video: { url } }, 'video'],
    ['a recording', { message_type: 'audio', audio: { url } }, 'audio'],
    ['a file', { message_type: 'file', file: { url } }, 'file'],
    ['a contact of MMS', { message_type: 'vcard', vcard: { url } }, 'contact'],
    ['contacts', { message_type: 'contact', contacts: [{ name: {} }] }, 'contact'],
    ['a location', { message_type: 'location', location: { lat: 1, long: 2 } }, 'location'],
    ['a sticker', { message_type: 'sticker', sticker: { url } }, 'sticker'],
    [
      'parts',
      {
        message_type: 'content',
        content: [
          { type: 'text', text: 'Hi' },
          { type: 'video', url },
        ],
      },
      'video',
    ],
    ['a part told by its media type', { content: [{ type: 'image/jpeg', url }] }, 'picture'],
    ['a contact told by its media type', { content: [{ type: 'text/x-vcard', url }] }, 'contact'],
    ['a picture of version 0.1', { message: { content: { type: 'image', image: { url } } } }, 'picture'],
    ['a reaction', { message_type: 'reaction', reaction: { action: 'react', emoji: '👍' } }, 'reaction'],
    ['a reaction that is taken back', { message_type: 'reaction', reaction: { action: 'unreact' } }, 'reaction'],
    ['a reaction without its kind', { reaction: { emoji: '❤️' } }, 'reaction'],
    ['a reaction that is a word', { message_type: 'reaction', reaction: '🛑' }, 'reaction'],
    ['an emoji beside the kind', { message_type: 'Reaction', emoji: '1️⃣' }, 'reaction'],
    ['a reaction as a text', { message_type: 'reaction', text: 'ℹ️' }, 'reaction'],
    ['a reaction in its channel', { whatsapp: { reaction: { emoji: '🇲🇽' } } }, 'reaction'],
    [
      'a reaction of version 0.1',
      { message: { content: { type: 'reaction', reaction: { emoji: '🖕' } } } },
      'reaction',
    ],
    ['bytes of the SMS API', { type: 'binary', data: '0011', udh: '0605' }, 'other'],
    ['a kind of the future', { message_type: 'hologram', hologram: { url } }, 'other'],
    ['what the provider does not support', { message_type: 'unsupported' }, 'other'],
    ['nothing', {}, 'other'],
  ])('is known of %s', (_, document, attachment) => {
    expect(said(document).attachment).toBe(attachment);
  });
});

test.each<[string, object, string]>([
  ['words beside it', { message_type: 'reaction', reaction: { emoji: '👍' }, text: 'STOP' }, '👍\nSTOP'],
  ['a word for its emoji', { message_type: 'reaction', reaction: { emoji: 'STOP' } }, 'STOP'],
  ['a digit', { message_type: 'reaction', text: '2' }, '2'],
])('a reaction with %s is somebody’s text', (_, document, text) => {
  expect(said(document).text).toBe(text);
  expect(said(document).attachment).not.toBe('reaction');
});

describe('bytes of the SMS API', () => {
  test.each<[string, object, string]>([
    ['ASCII', { type: 'binary', data: '53544f50', udh: '0605' }, 'STOP'],
    ['ASCII in capitals', { type: 'Binary', data: '53544F50' }, 'STOP'],
    ['a body', { type: 'binary', body: '53544f50' }, 'STOP'],
    ['a kind of v1', { message_type: 'binary', data: '53544f50' }, 'STOP'],
    ['UTF-8', { type: 'binary', data: '417272c3aa74' }, 'Arrêt'],
    ['UTF-16', { type: 'binary', data: '00530054004f0050' }, 'STOP'],
    ['UTF-16 with a mark of its order', { type: 'binary', data: 'feff00530054004f0050' }, 'STOP'],
    ['UTF-16 in Cyrillic', { type: 'binary', data: '0421044204' + '3e043f' }, 'Стоп'],
    ['UTF-16 that looks like ASCII', { type: 'binary', data: '505c6b62' }, '停止'],
    ['two lines', { type: 'binary', data: '4e6f0a53544f50' }, 'No\nSTOP'],
  ])('are words when they are %s', (_, document, text) => {
    expect(said(document)).toMatchObject({ text });
    expect(said(document).attachment).toBeUndefined();
  });

  test.each<[string, object, string]>([
    ['control characters', { type: 'binary', data: '0011' }, ''],
    ['a picture', { type: 'binary', data: 'ffd8ffe000104a464946' }, ''],
    ['of a kind that is no word', { type: { toString: 5 }, data: '53544f50' }, ''],
    ['half a byte', { type: 'binary', data: '53544f5' }, ''],
    ['no bytes at all', { type: 'binary', data: 'zz' }, ''],
    ['a body that is no text', { type: 'binary', body: '00110203' }, '00110203'],
    ['a text of digits', { type: 'text', text: '53544650' }, '53544650'],
  ])('stay what they are when they are %s', (_, document, text) => {
    expect(said(document).text).toBe(text);
  });
});

test('reading is linear, and deep documents break nothing', () => {
  const started = performance.now();
  const deep = `${'{"a":'.repeat(9_000)}{"text":"STOP"}${'}'.repeat(9_000)}`;
  expect(readWords(JSON.parse(deep))).toMatchObject({ text: '', saysSomething: true });
  for (const piece of ['a', ' ', '-', '0', 'a-', '=', 'data:', 'https:', '_reply', '\u0000']) {
    const long = piece.repeat(60_000 / piece.length);
    readWords({ text: long, content: long, reply: { id: long }, message_type: long, [long]: long });
  }
  for (const bytes of ['00', '53', '0041', '4e2d', 'ff']) readWords({ type: 'binary', data: bytes.repeat(30_000) });
  readWords({ content: Array.from({ length: 20_000 }, (_, no) => ({ text: `t${no}` })) });
  expect(performance.now() - started).toBeLessThan(1_500);
});
