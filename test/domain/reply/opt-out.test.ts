import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { Reading } from '../../../src/domain/reply/words/reading.ts';

/** As they come from phones, in a dozen languages. */
const keywords =
  `stop, unsubscribe, revoke, opt out, optout, opt-out, stop all, stopall, STOP2END, end, quit, cancel, unsub, stop texting, remove me,
  arrêt, arret, désabo, me désabonner, arrêtez, alto, baja, no más, darme de baja, parar, cancelar, stopp, abmelden, abbestellen,
  keine SMS mehr, sair, pare, descadastrar, não quero mais receber, disiscrivi, cancellami, basta, afmelden, uitschrijven, geen sms,
  wypisz mnie, rezygnuję, avregistrera, stopp, lopeta, odhlásit, iptal, berhenti, стоп, отписаться, відписатися, στοπ,
  停止, 配信停止, 退订, 退訂, 수신거부, 중지, توقف, إلغاء, הסר, रोकें, หยุด, ยกเลิก`
    .split(',')
    .map((word) => word.trim())
    .filter((word) => !['हटाओ', 'afmeld'].includes(word));

const forms: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => ` ${word}!!! `,
  (word) => `"${word}."`,
  (word) => `${word} please`,
  (word) => `Please ${word}\n`,
  (word) => `\u200b${word}\ufeff 🙏`,
  (word) => `${word}\n\nSent from my iPhone`,
];

const realOptOuts =
  `STOP|Stop.|stop!|'STOP'|(stop)|*STOP*|s t o p|S.T.O.P.|S-T-O-P|s t o p please|stopp|STOPPPPP|Sttop|st0p|5top|$top|ＳＴＯＰ|𝐒𝐓𝐎𝐏|ⓢⓣⓞⓟ|ЅТОР|SТОP|ѕtор|s\u200bt\u200bo\u200bp|st\u00adop|st op|un subscribe|unsuscribe|unsubcribe|Unsubscribe me|unsubscribe me please|please unsubscribe|UNSUBSCRIBE ALL|un-subscribe me
stop please|pls stop|STOP NOW|stop it|stop this|Stop texting me|stop texting this number|STOP MESSAGING ME!|stop sending me messages|please stop sending these|Stop stop stop|stop stop stop please|can you please opt me out|Please opt me out.|I want to opt out|i'd like to opt out|opt me out of this|opt out please|Opt-Out|OPTOUT|take me off your list|Take me off this list please|remove me from your list|Remove my number|please remove me|delete my number|do not text me|Don't text me again|dont text me anymore|DO NOT CONTACT ME|do not message me|no more messages|No more texts please|no more sms|quit texting me|lose my number|leave me alone|cease and desist|cancel my subscription|cancel subscription|end subscription|I revoke my consent|I withdraw my consent|I do not consent to this|unsubscribe from all|stop 12345|STOP 36111|Stop, thank you|stop thanks|No. Stop.|ok stop|yes stop|hi please stop|I want to stop|I would like to unsubscribe|stop the texts|STOP THESE MESSAGES|end|End.|END!|quit|Quit please|cancel|Cancel please|CANCEL ALL|revoke|🛑|🛑🛑🛑|STOP 🛑|stop 😡😡
No me envíen más mensajes|no quiero recibir más mensajes|No más mensajes por favor|dejen de enviarme... dejen de enviar|deseo darme de baja|BAJA|Alto por favor|ARRÊT SVP|Arrêt s'il vous plaît|arrêtez de m'envoyer des sms|Merci de me désabonner|plus de sms svp|Ne m'envoyez plus rien|Bitte abmelden|bitte keine SMS mehr|Keine weiteren Nachrichten bitte|Melden Sie mich ab|Ich möchte mich abmelden|nehmen Sie mich aus dem Verteiler|Stopp bitte|não quero receber mais|Parem de mandar mensagem|me tire da lista|me remova|basta sms|Non voglio più ricevere messaggi|cancellatemi|schrijf me uit|meld me af aub|geen berichten meer|proszę mnie wypisać|ta bort mig|sluta skicka sms|не пишите мне больше|Стоп!!!|请退订|不要再发了|配信停止してください|수신거부합니다`
    .split(/[|\n]/)
    .filter(Boolean);

const innocent =
  `I'll stop by|I'll stop by tomorrow at 5|stop by anytime|non-stop|Nonstop fun|that was non stop|end of May|at the end of the day|The end|see you at the end|by the end of June|weekend works|this weekend|Happy weekend!|bus stop|meet me at the bus stop|which stop is it? my stop is Main St|don't stop|Don't stop believing|please don't stop|never stop|can't stop laughing|it won't stop raining|pit stop|full stop|next stop Berlin|stopped|I stopped there|stopping|nonstop flight|stopover in Rome|the one stop shop|stop sign|stop light on 5th|quit smoking|I quit smoking last year|quit my job|he quit school|the dead end|high end|front end|year end|end up there|It ends at 5|ended|ending soon|legend|friend|send it|spend|attend|I will attend|depends|extend|recommend|pending|candle|canceled flight|cancellation|subscribe|subscribed|subscription price?|opted|option|options|optional|quite nice|quiet|quilt|Quito|acquit|requite|parade|al fresco|salto|balto|asalto|ende gut alles gut|am Ende|bis Ende Mai|Ende Mai|zu Ende|arrêt de bus|à l'arrêt de bus|sans arrêt|prochain arrêt|mandat d'arrêt
yes|no|Yes please|No thanks|ok|OK!|okay thanks|sure|maybe|yep|nope|y|n|1|2|10|3pm|5:30|tomorrow|today|thanks|Thank you|thx|Merci|Danke|gracias|obrigado|grazie|hi|hello|Hi there|who is this?|Who's this|what time?|where?|when|how much?|price?|I'm in|count me in|see you there|on my way|be there in 5|running late|I'll be late|can I bring a friend?|is parking free?|do you take cards?|table for 4|call me|please call|call me later|my number changed|what's the address|address?|link?|the link is broken|it doesn't work|great|awesome|love it|❤️|👍|😂😂|🎉|haha|lol|good morning|Good night|happy birthday|congrats|sorry|sorry I missed it|never mind|not today|not yet|I don't know|why|what|idk|brb|ttyl|my name is Stopford|Mr. Endicott|Penelope|Stopka|top|tops|shop|step|strop|st. op. 5 ok?|to|opt in|out|out of office|out at 5|I'm out|optics|help me|I need help|information|infos|can you help?|startup|started|start at 5?|when does it start|let's start|join us|I joined|yes and no|all good|me too|now?|right now?|please|it|this|text me|send texts|messages?|Liked “Hi Ada. Reply STOP to opt out.”|Loved “Sale! Text STOP to end.”|Reacted 👍 to “Reply STOP to unsubscribe”|Laughed at "STOP to opt out"|Ja|Nein|Bitte|Ja bitte|Wann?|Wo?|Sí|mañana|A qué hora?|Oui|Non|D'accord|À demain|Sim|Não|Obrigada|Amanhã|Sì|Domani|Ja graag|Nee|Tak|Nie|Да|Нет|Спасибо|はい|いいえ|ありがとう|好的|谢谢|네|아니요|نعم|لا|כן|לא|हाँ|नहीं|ครับ|$5|50% off?|#1|@ada|https://example.com/stop-here|seis|red|dur|para|pare com isso amigo`
    .split(/[|\n]/)
    .filter(Boolean);

describe('an opt-out', () => {
  const generated = keywords.flatMap((word) => forms.map((form) => form(word)));

  test('is looked for in more than 300 written forms and more than 200 innocent texts', () => {
    expect(new Set([...generated, ...realOptOuts]).size).toBeGreaterThan(300);
    expect(new Set(innocent).size).toBeGreaterThan(200);
  });

  test('is understood in every language and form', () => {
    expect(generated.filter((text) => readReply(text) !== 'opt_out')).toEqual([]);
  });

  test('is understood as people really write it', () => {
    expect(realOptOuts.filter((text) => readReply(text) !== 'opt_out')).toEqual([]);
  });

  test('is never seen in innocent texts', () => {
    expect(innocent.filter((text) => readReply(text) === 'opt_out')).toEqual([]);
  });

  test.each(
    `I'll stop by|non-stop|end of May|bus stop|don't stop|please don't stop sending|the end|remove the cap|no|thanks`.split(
      '|',
    ),
  )('is not even suspected in “%s”', (text) => {
    expect(readReply(text)).toBe('reply');
  });

  test.each(
    `cancel my 3 pm|cancel my 3pm appointment|please cancel it|I quit|I need to end this call|will you ever stop|stop that thing from beeping|how do I opt out|how to unsubscribe?|I don't want to unsubscribe|don't you text me… no wait, stop or not|STOP START|Meet at the 🛑|🚫|⛔|not interested|wrong number|enough|who gave you my number|put a stop to this|quiero dar de baja mi cita|wann kann ich stoppen`.split(
      '|',
    ),
  )('may be meant by “%s”: a person decides', (text) => {
    expect(readReply(text)).not.toBe('reply');
    expect(['maybe_opt_out', 'opt_out']).toContain(readReply(text));
  });

  test.each([
    'cancel my 3pm appointment',
    'how do I opt out',
    'STOP START',
    "I don't want to unsubscribe",
    'I quit',
    '⛔',
  ])('is not taken for granted in “%s”', (text) => {
    expect(readReply(text)).toBe('maybe_opt_out');
  });

  test('is found whatever stands around it: upper case, look-alikes, punctuation, invisible characters', () => {
    const noise = fc.stringMatching(/^[\s.!?,;:*"()\u200b\u2060\ufeff-]{0,6}$/);
    const letters = fc.tuple(
      fc.constantFrom('s', 'S', 'ѕ', 'Ｓ'),
      fc.constantFrom('t', 'T', 'т', 'τ'),
      fc.constantFrom('o', 'О', 'ο', '0'),
      fc.constantFrom('p', 'Р', 'ρ', 'P'),
    );
    fc.assert(
      fc.property(noise, letters, noise, (before, word, after) => {
        expect(readReply(before + word.join('') + after)).toBe('opt_out');
      }),
    );
  });

  test('next to other words is never lost: a longer text with a keyword is at least suspected', () => {
    const word = fc.stringMatching(/^[bdfghjklmvwxz]{3,8}$/);
    fc.assert(
      fc.property(
        fc.array(word),
        fc.constantFrom('stop', 'STOP', 'unsubscribe', 'cancel', 'quit', 'end', 'opt out', 'revoke'),
        fc.array(word),
        (before, keyword, after) => {
          expect(readReply([...before, keyword, ...after].join(' '))).not.toBe('reply');
        },
      ),
    );
  });
});

test.each([
  ['START', 'opt_in'],
  ['unstop', 'opt_in'],
  ['Start please', 'opt_in'],
  ['opt-in', 'opt_in'],
  ['opt in', 'opt_in'],
  ['subscribe!', 'opt_in'],
  ['when does it start', 'reply'],
  ['HELP', 'help'],
  ['help?', 'help'],
  ['Aide', 'help'],
  ['help me', 'reply'],
  ['', 'reply'],
  ['  ', 'reply'],
  ['?', 'reply'],
])('a text “%s” is read as %s', (text, reading) => {
  expect(readReply(text)).toBe(reading);
});

test.each([
  'I got no text',
  'I got no texts from you',
  'got no message',
  'We got no text messages today',
  'I have received no SMS yet',
  'I saw no text, when is it?',
  'There was no message',
  'I had no texts from you',
  'Aucun SMS reçu',
])('who tells that nothing came asks for nothing else: “%s”', (text) => {
  expect(readReply(text)).toBe('reply');
});

test.each([
  'Got it. No texts',
  'Received, no texts please',
  'I got no texts anymore',
  'I want to get no texts',
  'I got no text. STOP',
  'I got no texts and want no texts',
  'No texts from you',
  'no texts',
  'no more texts',
  'stop the texts',
])('who may want nothing to come is not passed over: “%s”', (text) => {
  expect(readReply(text)).not.toBe('reply');
});

test('reads any text, and hostile ones of 100,000 characters, in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect(Reading.options).toContain(readReply(text));
    }),
  );
  const hostile = ['stop ', 'a', 's t o p ', '"', 'do not ', 'sent from ', 'liked “', '🛑', 'no mas ', '\u0301', "'"];
  for (const piece of hostile) {
    const text = piece.repeat(100_000 / piece.length);
    // The best of five: another program may have the machine meanwhile.
    const took = [1, 2, 3, 4, 5].map(() => {
      const startedAt = performance.now();
      readReply(text);
      return performance.now() - startedAt;
    });
    expect(Math.min(...took)).toBeLessThan(150);
  }
});

test('waits for a person when no phone could have sent it', () => {
  expect(readReply('a'.repeat(6_001))).toBe('maybe_opt_out');
  expect(readReply('ﷺ'.repeat(1_000))).toBe('maybe_opt_out');
  expect(readReply(`stop ${'-'.repeat(60_000)}`)).toBe('maybe_opt_out');
});
