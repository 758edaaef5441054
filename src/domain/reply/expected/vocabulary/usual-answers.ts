export type Language = 'english' | 'spanish' | 'french' | 'german' | 'italian' | 'portuguese' | 'dutch' | 'polish';

/**
 * yes, no: the words that a label or one of its words is to mean yes or no. moreYes, moreNo: what also says so.
 * yesHere, noHere: letters and words that are a name or something else elsewhere, counted where the author's own words
 * are of that language. yesEcho, noEcho: what may stand behind the word and adds nothing: "yes I will".
 */
export type UsualAnswers = Record<
  'yes' | 'moreYes' | 'yesHere' | 'no' | 'moreNo' | 'noHere' | 'yesEcho' | 'noEcho',
  string
>;

/** Phrases separated by commas. Words that are as often an exclamation, a "maybe" or a mere "seen" are left out. */
export const usualAnswers: Record<Language, UsualAnswers> = {
  english: {
    yes: 'yes, yeah, yep, yup, yea, yeh, yees, yessir',
    moreYes: `sure, sure thing, for sure, of course, ofcourse, absolutely, definitely, certainly, most certainly, you bet,
      aye, with pleasure, gladly, affirmative`,
    yesHere: 'y',
    no: 'no, nope, nah, nop, nay, naw',
    moreNo:
      'unfortunately not, afraid not, im afraid not, absolutely not, definitely not, certainly not, of course not',
    noHere: 'n',
    yesEcho: `i am, i do, i will, i can, i would, i have, i did, ill be there, i will be there, ill come, i will come,
      im coming, i am coming, im in, i am in, im going, i am going, i agree, i confirm, i accept, it is, it does, we are,
      we do, we will, we can, we would, well be there, we will be there, were coming, we are coming, that works,
      that works for me, works for me, id like that, i would like that, id love to, i would love to, id like to,
      i would like to, you can, you may, sounds good, sounds great, thats ok, that is ok, that would be great,
      that would be good, that would be nice, count me in, interested, im still interested, i am still interested,
      i want it, alright, fine, thats fine, that is fine, its fine, great, perfect, awesome, indeed, i want to,
      im interested, i am interested, im available, i am available, correct, thats correct, that is correct, thats right, that is right,
      see you there, see you then, see you soon, see you`,
    noEcho: `i am not, im not, i do not, i dont, i will not, i wont, i cannot, i can not, i cant, i would not, i wouldnt,
      i have not, i havent, i did not, i didnt, i wont be there, i will not be there, i wont be coming, im not coming,
      i am not coming, i cant come, i cannot come, i cant make it, i cannot make it, i wont make it,
      i wont be able to make it, i will not be able to make it, i wont be able to come, im not going, i am not going,
      not coming, not for me, we are not, we cannot, we cant, we wont, we cant make it, we wont make it, it is not,
      it isnt, its not, it does not, it doesnt, i do not agree, i disagree, im good, i am good, im ok, im all set, cant, cannot,
      cant make it, we will not, not at this time,
      im fine, not this time, i am not available, im not available`,
  },
  spanish: {
    yes: 'si',
    moreYes: `claro, sip, seguro, claro que si, por supuesto, por supuesto que si, desde luego, de acuerdo, con gusto,
      con mucho gusto, asi es, correcto, afirmativo, encantado, encantada`,
    yesHere: 's, dale',
    no: 'no, nop',
    moreNo: 'claro que no, por supuesto que no, desde luego que no',
    noHere: 'n',
    yesEcho: `perfecto, genial, esta bien, me apunto, estoy interesado, estoy interesada, voy, ire, asistire, estare, estare ahi, estare alli, ahi estare, alli estare, ahi estaremos, iremos, confirmo,
      lo confirmo, confirmado, acepto, quiero, me interesa, me gustaria, estoy de acuerdo, nos vemos, nos vemos alli`,
    noEcho: `para nada, no puedo, no voy, no ire, no podre, no puedo ir, no voy a ir, no podre ir, no asistire, no estare, no acepto,
      no podremos, no vamos`,
  },
  french: {
    yes: 'oui, ouais',
    moreYes: `bien sur, bien sur que oui, bien entendu, daccord, dacc, avec plaisir, avec grand plaisir, volontiers,
      sans hesiter, absolument, certainement, evidemment, tout a fait, naturellement`,
    yesHere: 'o, ouep',
    no: 'non',
    moreNo: 'bien sur que non, certainement pas, absolument pas, sans facon',
    noHere: 'n, nan',
    yesEcho: `sans probleme, pas de probleme, pas de souci, carrement, parfait, super, cest parfait, je suis interesse, je suis interessee, je viens, je viendrai, je serai la, je serai present, je serai presente, jy serai, je confirme, jaccepte,
      je veux bien, je suis daccord, je participe, on vient, nous venons, on sera la, nous serons la, cest bon, cest ca,
      a bientot`,
    noEcho: `pas du tout, pas cette fois, pas possible, ce nest pas possible, je ne viens pas, je viens pas, je ne viendrai pas, je ne peux pas, je peux pas, je ne peux pas venir,
      je peux pas venir, je ne serai pas la, je ne pourrai pas, je pourrai pas, je ne pourrai pas venir, je ne participe pas`,
  },
  german: {
    yes: 'ja, jep, jup, jawohl',
    moreYes: `klar, na klar, aber klar, naturlich, natuerlich, aber naturlich, selbstverstandlich, selbstverstaendlich, gerne,
      gern, sehr gerne, sehr gern, aber gerne, jap, sicher, ja sicher, genau, auf jeden fall, definitiv, einverstanden, in ordnung, absolut,
      unbedingt, freilich, aber ja`,
    yesHere: 'j, jo, prima',
    no: 'nein, nee',
    moreNo: `auf keinen fall, naturlich nicht, natuerlich nicht, sicher nicht, ganz sicher nicht, definitiv nicht,
      leider nicht, keinesfalls`,
    noHere: 'n, noe, ne',
    yesEcho: `super, perfekt, prima, passt gut, ich komme, komme, ich komme gerne, komme gerne, ich bin dabei, bin dabei, ich mache mit, mache mit, mach ich,
      mache ich, ich will, ich mochte, ich moechte, das passt, passt, passt mir, ich bestatige, ich bestaetige, bestatigt,
      wir kommen, wir sind dabei, ich bin da, bin da, ich stimme zu, stimmt, das stimmt, ich nehme teil, ich kann, kann ich,
      bin ich, hab ich, habe ich, bis dann, bis dahin, bis bald`,
    noEcho: `leider nicht moglich, nicht moglich, passt nicht, passt leider nicht, passt mir nicht, diesmal nicht, ich kann nicht, kann nicht, ich kann leider nicht, kann leider nicht, ich kann nicht kommen, ich komme nicht,
      komme nicht, ich bin nicht dabei, bin nicht dabei, ich mochte nicht, ich moechte nicht, das geht nicht, geht nicht,
      geht leider nicht, wir kommen nicht, wir konnen nicht, ich bin nicht da, bin nicht da, habe ich nicht,
      hab ich nicht, bin ich nicht`,
  },
  italian: {
    yes: 'si, sisi',
    moreYes: `certo, sicuro, certo che si, certamente, sicuramente, volentieri, molto volentieri, con piacere, va bene,
      daccordo, assolutamente si, ovviamente, ovviamente si, naturalmente, esatto`,
    yesHere: 's',
    no: 'no',
    moreNo: 'certo che no, assolutamente no, ovviamente no, certamente no',
    noHere: 'n',
    yesEcho: `assolutamente, perfetto, ottimo, sono interessato, sono interessata, vengo, verro, ci saro, ci sono, ci saremo, veniamo, partecipo, partecipero, confermo, lo confermo, accetto,
      mi interessa, sono daccordo, va bene, ci vediamo, a presto`,
    noEcho: `per niente, non vengo, non posso, non posso venire, non ci saro, non ci sono, non potro, non potro venire, non verro,
      non partecipo, non accetto, non possiamo`,
  },
  portuguese: {
    yes: 'sim',
    moreYes: `claro, claro que sim, com certeza, com prazer, com muito prazer, certamente, certo, de acordo, isso mesmo,
      combinado, vou sim, quero sim, posso sim`,
    yesHere: 's',
    no: 'nao, naum',
    moreNo: 'nao mesmo, claro que nao, de jeito nenhum, com certeza nao',
    noHere: 'n',
    yesEcho: `pode, isso, beleza, blz, perfeito, otimo, vou, eu vou, irei, vou sim, estarei la, estarei presente, vou estar la, quero, eu quero, confirmo, eu confirmo,
      confirmado, aceito, eu aceito, concordo, posso, eu posso, tenho interesse, ate logo, ate la`,
    noEcho: `nao vou, eu nao vou, nao posso, eu nao posso, nao posso ir, nao vou poder, nao vou poder ir, nao poderei,
      nao irei, nao aceito, nao concordo`,
  },
  dutch: {
    yes: 'ja, jep, jup, jazeker, jawel',
    moreYes: `zeker, zeker weten, natuurlijk, tuurlijk, uiteraard, graag, heel graag, akkoord, absoluut, is goed, ja hoor`,
    yesHere: 'j, prima',
    no: 'nee, neen',
    moreNo: 'zeker niet, natuurlijk niet, absoluut niet, nee hoor, helaas niet',
    noHere: 'n',
    yesEcho: `prima, is prima, goed, perfect, leuk, ik kom, ik ben erbij, ben erbij, ik doe mee, doe mee, ik ga mee, wij komen, we komen, ik ben er, ik wil,
      ik wil graag, dat is goed, klopt, dat klopt, ik ga akkoord, ik kan, dat lukt, lukt, ik bevestig, tot dan`,
    noEcho: `niet nodig, liever niet, ik kan niet, kan niet, ik kan helaas niet, kan helaas niet, ik kom niet, ik ben er niet, ik ben er niet bij,
      ik doe niet mee, dat lukt niet, lukt niet, lukt helaas niet, we komen niet, ik ga niet`,
  },
  polish: {
    yes: 'tak',
    moreYes: `oczywiscie, oczywiscie ze tak, jasne, jasne ze tak, pewnie, pewnie ze tak, no jasne, no pewnie, jak najbardziej, chetnie,
      bardzo chetnie, z przyjemnoscia, z checia, zgoda, owszem, potwierdzam`,
    yesHere: '',
    no: 'nie',
    moreNo: 'oczywiscie ze nie, na pewno nie, absolutnie nie, jasne ze nie',
    noHere: 'n',
    yesEcho: `super, swietnie, bede, przyjde, przyjade, potwierdzam, zgadzam sie, chce, moge, bedziemy, przyjdziemy, biore udzial,
      wezme udzial, do zobaczenia`,
    noEcho: 'nie moge, nie przyjde, nie bede, nie dam rady, nie przyjade',
  },
};

/** Seen, or yes? A yes only without thanks: "OK thanks" may only mean that the text was read. */
export const acknowledgements = 'ok, okay, okey, okej, oke, okie, oki, vale, esta bien, dobrze, dobra';

/** In these languages the usual word of another one means something else: where the author or the text uses them. */
export const falseFriends: Record<string, readonly Language[]> = {
  no: ['polish'],
  nie: ['german'],
  si: ['french'],
  y: ['spanish'],
  ja: ['spanish', 'portuguese', 'polish'],
};

/** Short answers with the accents that they may have: with another one they are other words ("já", "ją", "nó"). */
export const accentedAnswers: ReadonlySet<string> = new Set([
  'sí',
  'sì',
  'nö',
  'não',
  'nâo',
  'näo',
  'nào',
  'náo',
  'oké',
  'okè',
]);
