import { describe, expect, test } from 'vitest';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { isOf } from '../../../src/domain/rules/rule.ts';
import { asksForAnswer, hasContact, textThatOffers, wayOutOf } from '../../../src/domain/wording/ways-out.ts';

const phrasesOf = (country: string) =>
  knownRules.filter(isOf('opt_out_text')).find(({ place }) => place === country)!.says.anyOf;
const offers = (country: string, text: string): boolean => {
  const { byReply, byProvider } = wayOutOf(phrasesOf(country));
  return byReply(text) || byProvider(text);
};

const shown: Record<string, string[]> = {
  US: [
    'Reply STOP to opt out',
    'Text stop to end.',
    'reply “stop”',
    'STOP=end',
    'To unsubscribe, write back',
    'Opt-out: acme.example/o',
    'Responde BAJA',
    'Reply QUIT to leave',
    'Antworte stopp',
    'Reply with stop to end',
    'reply end to leave',
    'Text us: stop',
    'Reply YES to come or stop to leave',
    'Stop: acme.example/o',
    'Stop: 80888',
  ],
  CA: ['Repondez ARRET', 'Répondez arrêt pour finir', 'Reply STOP'],
  FR: ['STOP au 36180', 'stop SMS au 36 180', 'STOP 36180'],
  DE: ['Abmelden? Antworte STOP', 'Zum Abbestellen: STOPP', 'Keine SMS mehr: antworten Sie mit STOP'],
  ES: ['Responde BAJA', 'Baja: acme.example/b', 'STOP para salir'],
  IT: ['Rispondi STOP', 'Scrivi basta'],
  PL: ['Odpisz STOP, aby zrezygnowac', 'rezygnuje: acme.example'],
  PT: ['Responda SAIR'],
  SE: ['Svara STOPP', 'Svara stopp'],
  NL: ['Afmelden: acme.example', 'Antwoord STOP'],
  AE: ['To opt out: 7726'],
};
const lacking: Record<string, string[]> = {
  US: [
    'Come on Friday',
    'Don’t stop believing, and come',
    'Our bus stop is new',
    'The end of the sale',
    'NONSTOP',
    'Stopwatch',
    'STOPSIGN',
    'Reply by end of day to claim your spot',
    'Reply by the end of May',
    'Reply YES to confirm or NO to cancel',
    'Send us your photo by the end of May',
    'Write a review, it does not end here',
    'Text Anna to cancel the trip',
    'Next stop: Berlin!',
    'Deadline to cancel: Friday',
  ],
  FR: ['Reply STOP', 'STOP au 36', 'STOP au 361', 'Répondez STOP'],
  DE: ['Bitte antworten', 'Ohne Stopp durch Berlin'],
  ES: ['Planta baja, de 9 a 14'],
  AE: ['Reply STOP', '77261'],
};

describe('a way out', () => {
  for (const [country, texts] of Object.entries(shown)) {
    test.each(texts)(`that ${country} takes is seen in “%s”`, (text) => expect(offers(country, text)).toBe(true));
  }
  for (const [country, texts] of Object.entries(lacking)) {
    test.each(texts)(`that ${country} takes is not in “%s”`, (text) => expect(offers(country, text)).toBe(false));
  }

  test('that one press adds is one that the place takes, for every place but those whose number only the provider knows', () => {
    const unknown = knownRules.filter(isOf('opt_out_text')).flatMap(({ place, says }) => {
      const text = textThatOffers(says.anyOf, place);
      if (text === undefined) return [place];
      expect([place, text, offers(place, text)]).toEqual([place, text, true]);
      return [];
    });
    expect(unknown).toEqual(['FR']);
    expect(textThatOffers(['STOP au 36180'], 'FR')).toBe('STOP au 36180');
  });
});

test('a link, a number or a mail address is another way than an answer', () => {
  for (const text of ['acme.example.com/out', 'call 0800 123 456', 'write to out@acme.com'])
    expect(hasContact(text)).toBe(true);
  for (const text of ['STOP to 80888', 'STOP au 36180', 'Tel. 030 1234567', '+44 (0)20 7946 0958', 'STOP an 12345'])
    expect([text, hasContact(text)]).toEqual([text, true]);
  for (const text of ['Reply STOP', 'at 18:30 on 24.12.', 'Come on Friday.']) expect(hasContact(text)).toBe(false);
  for (const text of [
    'Sale until 12.12.2026',
    'on 2026-12-12',
    'until 12/12/2026, 10:00-18:00',
    'Order 12345',
    'only 12.000,00 €',
    'win $1,000,000',
    '1 000 000 EUR',
  ])
    expect([text, hasContact(text)]).toEqual([text, false]);
});

test('a text asks for an answer unless that is the way out', () => {
  for (const text of ['Reply YES to come', 'Reply STOP to end or reply YES', 'Bitte antworten'])
    expect(asksForAnswer(text)).toBe(true);
  for (const text of ['Reply STOP to opt out', 'Come on Friday']) expect(asksForAnswer(text)).toBe(false);
});
