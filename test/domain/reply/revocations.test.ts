import { describe, expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';

describe('taking back an agreement', () => {
  test.each([
    'Please be advised that I no longer consent to receive text messages',
    'I no longer agree to be texted',
    'Kindly cease all correspondence',
    'discontinue correspondence',
    'Hiermit widerrufe ich meine Einwilligung',
    'Ich stimme dem Erhalt von SMS nicht mehr zu',
    'je ne consens plus à recevoir des sms',
    'ya no consiento recibir mensajes',
    'quiero no recibir más mensajes',
    'non acconsento più a ricevere messaggi',
    'não autorizo mais mensagens',
    'ik trek mijn toestemming in',
    'cofam zgodę',
    'jag återkallar mitt samtycke',
    'відкликаю згоду',
  ])('is an opt-out in full sentences: %s', (text) => {
    expect(readReply(text)).toBe('opt_out');
  });

  test.each([
    ...['un enroll me', 'pls rmv me', 'rmv', 'rm me', 'wypis', 'RET', 'TD', '中断해주세요', 'no mo texts', 'dont hmu'],
    ...['kündigung', 'ՏTOP', 'ꓢTOP', 'SΤOP', 'sign me off', 'cross me off', 'strike me off', 'texts off'],
  ])('is an opt-out in few letters: %s', (text) => {
    expect(readReply(text)).toBe('opt_out');
  });

  test.each(['T', 't ', 'Top', 'TOP', 'sto', 'Stap', 'del', 'OFF'])('is asked about when it may be one: %s', (text) => {
    expect(['opt_out', 'maybe_opt_out']).toContain(readReply(text));
  });

  test.each(['Top!', 'Top 👍', 'Top, ich komme', 'T-shirt size M'])('is not found in praise: %s', (text) => {
    expect(readReply(text)).toBe('reply');
  });

  test.each([
    'Please unsubscribe Bob from the class, he moved',
    'please unsubscribe my son from the class, he moved',
    'Please unsubscribe Ada Roe',
  ])('is asked about when it is somebody else’s: %s', (text) => {
    expect(readReply(text)).toBe('maybe_opt_out');
  });

  test.each([
    'please unsubscribe',
    'please unsubscribe immediately',
    'please unsubscribe my account',
    'Please unsubscribe. Not for me',
    'please unsubscribe because I moved',
    'please unsubscribe +12015550123',
  ])('is an opt-out of one’s own when nobody is named: %s', (text) => {
    expect(readReply(text)).toBe('opt_out');
  });
});

describe('a web address', () => {
  test.each([
    'See https://e.com/stop',
    'https://e.com/stop',
    'www.example.com/unsubscribe?end=1',
    'It is at HTTPS://E.COM/STOP.',
    'Look: (https://e.com/stop-smoking)',
  ])('says nothing: %s', (text) => {
    expect(readReply(text)).toBe('reply');
  });

  test.each([
    'STOP https://e.com/x',
    'https://e.com/x\nunsubscribe',
    'STOPhttps://e.com',
    'https://e.com/a.STOP',
    'https://e.com/a,stop',
    'https://e.com退订',
    'www.stop',
    'See https://e.com.Stop texting me',
    'https://e.com/remove-me',
  ])('hides no stop beside it: %s', (text) => {
    expect(['opt_out', 'maybe_opt_out']).toContain(readReply(text));
  });

  test('is read in no time, however long and however many', () => {
    const started = performance.now();
    for (const piece of ['https://', 'www.', 'https://e.com/stop ', 'www.a.b/stop.', 'https://e.com/...!?']) {
      readReply(piece.repeat(100_000 / piece.length), { ours: [piece.repeat(80)] });
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
