import { expect, test } from 'vitest';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { readCorpus } from './read-corpus.ts';

const stops = readCorpus('stops');
const harmless = readCorpus('harmless');

test('is tried with more than 900 ways to say stop and more than 500 texts that only look so', () => {
  expect(new Set(stops).size).toBeGreaterThan(900);
  expect(new Set(harmless).size).toBeGreaterThan(500);
});

test('loses none of the ways to say stop: each is an opt-out or stands before a person', () => {
  expect(stops.filter((text) => !['opt_out', 'maybe_opt_out'].includes(readReply(text)))).toEqual([]);
});

test('takes most of them at their word, so that few people have to decide', () => {
  expect(stops.filter((text) => readReply(text) === 'opt_out').length).toBeGreaterThan(0.75 * stops.length);
});

test('takes nothing harmless for an opt-out, and holds few of them', () => {
  expect(harmless.filter((text) => readReply(text) === 'opt_out')).toEqual([]);
  expect(harmless.filter((text) => readReply(text) !== 'reply').length).toBeLessThan(0.05 * harmless.length);
});

test('is not lost in front of mail signatures, in capitals, or with courtesies around it', () => {
  const around = [
    (text: string) => text.toUpperCase(),
    (text: string) => `${text}\n\nSent from my iPhone`,
    (text: string) => `Hello, ${text}. Thank you!`,
    (text: string) => `“${text}”`,
    (text: string) => `\u200b${text} ❤️`,
  ];
  const lost = stops.flatMap((text) => around.map((write) => write(text)).filter((it) => readReply(it) === 'reply'));
  expect(lost).toEqual([]);
});

const mailLines = [
  'Sent from my iPhone',
  'Get Outlook for Android',
  'Get Outlook for iOS<https://aka.ms/o0ukef>',
  'Sent from Yahoo Mail on Android',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Enviado desde mi iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  "iPhone'umdan gönderildi",
  'Отправлено с iPhone',
];
const onlyAlone = [
  'Yeter',
  'Istemiyorum',
  'Dur',
  'Weg',
  'Niet meer',
  'Je refuse',
  'Не надо',
  'Nechci',
  '不需要',
  '싫어요',
];

test.each(mailLines)('reads what stands above “%s” as if it stood alone', (line) => {
  const all = [...stops, ...onlyAlone];
  const isStop = (text: string) => ['opt_out', 'maybe_opt_out'].includes(readReply(text));
  expect(all.filter((text) => isStop(text) && !isStop(`${text}\n\n${line}`))).toEqual([]);
  expect(onlyAlone.filter(isStop)).toEqual(onlyAlone);
  expect(harmless.filter((text) => readReply(`${text}\n\n${line}`) === 'opt_out')).toEqual([]);
});

const rules = [
  'This is an automated reply of Example Dental. Reply STOP to end these messages.',
  'Text END to unsubscribe',
  'Text STOP to 12345 to cancel',
  'To unsubscribe, reply STOP',
  'STOP to end',
  'Reply with the word STOP to be removed from our list',
  'Msg&data rates may apply. Reply HELP for help, STOP to cancel',
  'Thanks for contacting Example Taxi. Our office is closed. Reply STOP to stop receiving texts.',
  'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  'Auto-reply: I am out of office. Please do not text this number.',
  'Répondez STOP pour ne plus recevoir de SMS',
  'Pour vous désabonner, envoyez STOP au 36180',
  'Antworte mit STOPP, um keine SMS mehr zu erhalten',
  'Zum Abmelden STOPP senden',
  'Responde BAJA para no recibir más mensajes',
  'Para darse de baja responda BAJA',
  'Responda SAIR para não receber mais mensagens',
  'Rispondi STOP per non ricevere più messaggi',
  'Antwoord STOP om geen berichten meer te ontvangen',
  'Odpisz STOP, aby nie otrzymywać wiadomości',
  'Svara STOPP för att sluta få sms',
  'Чтобы отписаться, ответьте СТОП',
  'İptal için IPTAL yazıp 1234e gönderin',
  '回复TD退订',
  '【例】本店周六休息。退订回T',
  '配信停止は「STOP」と返信',
  '(광고) 예시치과 무료수신거부 0801234567',
];

test.each(rules)('reads “%s” as a machine’s own rule: a question for a person, not an opt-out', (text) => {
  expect(readReply(text)).toBe('maybe_opt_out');
});
