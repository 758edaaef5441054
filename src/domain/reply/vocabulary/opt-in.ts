/** As our texts and the carriers' rules name it, and as it is plainly written. */
export const optInWords = `start, unstop, subscribe, subscribe me, resubscribe, resubscribe me, re subscribe, opt in, optin,
  opt me in, opt me back in, join, rejoin, restart, start again, start now`;

/** Greetings, requests and consent: before and behind the word. */
export const politeAnywhere = `please, pls, plz, hello, hi, hey, hello there, hi there, hey there, hello all, hi all,
  hello team, hi team, dear team, dear sir, dear madam, dear sir or madam, good morning, good afternoon, good evening,
  good day, yes, ok, okay, bitte, hallo, guten tag, guten morgen, guten abend, moin, servus, gruß gott, ja, svp, stp,
  sil vous plait, sil te plait, bonjour, bonsoir, oui, por favor, hola, buenos dias, buenas tardes, buenas noches, si,
  per favore, per piacere, ciao, buongiorno, buonasera, ola, bom dia, boa tarde, boa noite, sim, alstublieft, alsjeblieft,
  aub, hoi, goedemorgen, goedemiddag, goedenavond, graag, ja graag, prosze, dzien dobry, czesc, hej, hei, god dag, kylla,
  prosim, ahoj, dobry den, pros, пожалуйста, привет, здравствуйте, добрый день, да, будь ласка, привіт, παρακαλω, γεια,
  γεια σας, lutfen, merhaba, evet, silakan, tolong, halo, xin chao, 请, 請, 你好, お願いします, こんにちは, はい, 안녕하세요, 네,
  부탁합니다, من فضلك, مرحبا, نعم, בבקשה, שלום, כן, कृपया, नमस्ते, हाँ, สวัสดี, ครับ, ค่ะ`;

/** Thanks that stand first may decline, "Thanks. START" as "No thanks" does. */
export const politeBehind = `thanks, thank you, and thank you, and thanks, thanks a lot, thank you very much, many thanks,
  thx, now, again, danke, danke schon, vielen dank, merci, merci beaucoup, gracias, muchas gracias, grazie, grazie mille,
  obrigado, obrigada, bedankt, dank u, dank je, dziekuje, tack, tak, takk, kiitos, dekuji, dakujem, спасибо, дякую,
  ευχαριστω, tesekkurler, tesekkur ederim, terima kasih, cam on, 谢谢, 謝謝, ありがとう, ありがとうございます, 감사합니다, شكرا,
  תודה, धन्यवाद, ขอบคุณ, ขอบคุณครับ, ขอบคุณค่ะ`;

/** Beside the word of the opt-in each of these turns it round, or mocks it. */
export const refusals = `no, nope, nah, not, dont, never, didnt, wont, nothing, none, wtf, fuck, fucking, damn, hell, nein, nicht,
  kein, keine, keinen, nie, niemals, no, non, pas, jamais, ne, aucun, rien, nunca, jamas, nada, nao, mai, niente, nee, niet,
  geen, nooit, nigdy, zadne, zadnych, nej, inte, ikke, ingen, inga, aldrig, aldri, ei, nikdy, nechci, нет, не, ні, никогда,
  ніколи, οχι, μη, hayir, istemiyorum, tidak, jangan, khong, 不, 不要, 別, 别, いいえ, いらない, 아니요, 아니, 싫어요, لا, לא,
  नहीं, ไม่, ไม่เอา`;

/** In the name of a campaign behind the word of the opt-in each of these may be the person's own threat or complaint. */
export const hostileWords = `me, my, i, im, ill, you, your, youre, is, are, was, illegal, unlawful, law, laws, lawsuit, lawsuits,
  lawyer, lawyers, attorney, sue, suing, sued, court, legal, police, crime, criminal, complaint, complaints, complain, report,
  reported, reporting, fine, fined, fcc, ftc, tcpa, gdpr, ico, dnc, harassment, harassing, harass, abuse, spam, spammer,
  spammers, spamming, scam, scams, scammer, scammers, fraud, fraudulent, junk, hate, annoying, cancel, canceled, cancelled,
  cancelling, cancellation, cancels, remove, removed, delete, deleted, block, blocked, blocking, leave, alone, away, off,
  out, ban, banned, boycott, die, dead, death, kill, shut, shit, crap, sick, tired, enough, without, against, end, ends,
  stop, stops, stopped, stopping, quit, quitting, unwanted, wrong, last, texting, messaging, bothering, mir, mich, mein,
  ich, anwalt, klage, anzeige, verklagen, illegal, verboten, polizei, gericht, betrug, belastigung, schluss, ende, weg,
  aus, ohne, gegen, moi, avocat, plainte, illegale, interdit, tribunal, arnaque, harcelement, assez, fin, sans, contre,
  ilegal, abogado, demanda, denuncia, policia, estafa, acoso, basta, fuera, sin, contra, fim, sem, advogado, processo,
  golpe, illegale, avvocato, denuncia, truffa, polizia, tribunale, fine, senza, contro, via, verboden, advocaat,
  rechtszaak, oplichting, politie, weg, einde, zonder`;
