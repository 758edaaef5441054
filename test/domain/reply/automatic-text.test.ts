import { describe, expect, test } from 'vitest';
import { isAutomaticText } from '../../../src/domain/reply/automatic-text.ts';

describe('a machine speaks in', () => {
  test.each([
    'I’m driving with Focus turned on. I’ll see your message when I get where I’m going.',
    "I'm driving with Do Not Disturb While Driving turned on. I'll see your message when I get where I'm going.",
    '(I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through with your original message.)',
    'Automatic reply: I will be back on Monday.',
    'Auto-Reply: Thanks, we got your message',
    'AUTOMATED RESPONSE: this line is for texts only',
    'Automatische Antwort: Ich bin im Urlaub.',
    'Abwesenheitsnotiz: zurück am 3. Mai',
    'Réponse automatique : je suis en congé',
    'Respuesta automática: vuelvo el lunes',
    'Risposta automatica: torno lunedì',
    'Resposta automática: volto na segunda',
    'Automatisch antwoord: ik ben er maandag weer',
    'Autosvar: Jag är tillbaka på måndag',
    'Odpowiedź automatyczna: wracam w poniedziałek',
    'Автоответ: буду в понедельник',
    '自动回复：我在开会',
    'I am out of office',
    'I am currently out of the office.',
    'Thank you for your message. I am out of the office until May 3 with limited access to email.',
    'Ich bin bis 3. Mai nicht im Büro. In dringenden Fällen wenden Sie sich an Frau Ott.',
    'Je suis absent du bureau jusqu’au 3 mai. En cas d’urgence, appelez le standard.',
    'Estoy fuera de la oficina hasta el 3 de mayo. Responderé a mi regreso.',
    'Free Msg: Unable to send message - Message Blocking is active.',
    'The number you are texting cannot receive text messages.',
    'This number is not monitored.',
  ])('%s', (text) => {
    expect(isAutomaticText(text)).toBe(true);
  });
});

describe('a person may speak in', () => {
  test.each([
    'I’m driving right now, call me later',
    'I’m driving with my kids, Focus turned on or not',
    'Out of office until Friday, can we do Saturday?',
    'I’m out of the office on Friday, but I’ll come',
    'Automatic reply: who is this?',
    'Is this an automatic reply?',
    'Is this an automatic reply: yes or no',
    'I am out of office, sorry, put me down for two',
    'Ich bin bis Freitag nicht im Büro, komme aber gern',
    'Message not delivered? I got nothing',
    'yes',
    '',
    `Automatic reply: ${'x'.repeat(1_000)}`,
  ])('%s', (text) => {
    expect(isAutomaticText(text)).toBe(false);
  });
});
