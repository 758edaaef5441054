import { readableWords } from './opt-out-words.ts';

/** Yes, no, thanks and other words of people rather than phones. */
export function isAnswerWord(word: string): boolean {
  return answers.has(word);
}

const answers: ReadonlySet<string> = new Set(
  readableWords(`yes yeah yea yep yup yess ya no nope nah not ok okay k kk sure fine great good cool nice perfect
    awesome thanks thank thx ty please pls maybe perhaps sorry hi hello hey bye count coming come comes there can
    cannot cant will wont would could should agree agreed confirm confirmed absolutely definitely of course i im ill
    ive id we our you your u my mine me what when where who why how which tomorrow today tonight later now never
    always oui ouais non daccord merci bonjour salut bien parfait super peut etre desole viens viendrai venons je
    nous vous votre mon ma mes toi quand quoi pourquoi comment demain ja jawohl nein doch nee gut gerne gern klar
    danke bitte hallo vielleicht leider komme kommen ich wir sie ihr mein meine wann wo wer warum wie morgen heute
    si claro vale bueno gracias hola quizas tal vez lo siento vengo voy ire vamos yo nosotros usted mi cuando donde
    quien cual manana hoy sim nao obrigado obrigada ola talvez desculpe vou venho eu nos voce meu minha quando onde
    quem amanha hoje beleza blz grazie ciao certo forse purtroppo vengo verro io noi tu mio mia quando dove chi
    perche come domani oggi volentieri goed graag bedankt dank misschien helaas kom ik wij jij u mijn wanneer waar
    wie waarom hoe morgen vandaag prima tak nie dobrze dobra dziekuje dzieki moze niestety przyjde bede ja my pan
    pani moj kiedy gdzie kto dlaczego jak jutro dzisiaj oczywiscie javisst gärna tack tyvärr kanske jag vi min när
    var vem varför hur imorgon gjerne takk dessverre kanskje jeg hvor hvem hvornår nar selvfolgelig kylla ei kiitos
    ehka tulen mina ano ne dekuji mozna prijdu igen nem koszonom talan jovok da nu multumesc poate vin evet hayir
    tamam tesekkurler belki gelirim да нет спасибо хорошо ок может приду буду я мы вы когда где кто почему завтра
    сегодня так ні дякую добре можливо прийду ναι οχι ευχαριστω ισως نعم لا شكرا ربما כן לא תודה אולי हाँ नहीं
    धन्यवाद iya tidak terima kasih mungkin vang khong cam on はい いいえ ありがとう 行きます わかりました 了解 好 好的 是 不 谢谢 謝謝 收到 可以 네 예
    아니요 감사합니다 ครับ ค่ะ ขอบคุณ`),
);
