import type { Vocabulary } from './meaning.ts';

/** Czech, Slovak, Hungarian, Romanian, Greek, Turkish, Russian and Ukrainian. */
export const eastern: Vocabulary = {
  keyword: `odhlasit, odhlas, odhlaste, odhlasenie, odhlaseni, leiratkozas, leiratkozom, leiratkozni, leiratkozok,
    dezabonare, dezabonez, dezabonati, dezabonare sms, iptal, durdur, iptal et, iptal edin, durdurun, стоп, отписка,
    отписаться, отпишите, отпиши, отписать, отписываюсь, прекратите, прекратить, остановите, стоп смс, відписатися,
    відписка, відпишіть, припиніть, στοπ, διακοπη, διακοψτε, σταματηστε, σταματα, διαγραφη, απεγγραφη, зупиніться,
    остановитесь, снимите с рассылки`,
  bare: `zadne sms/zpravy/spravy, bez sms, fara mesaje/sms/reclame, mesaj yok, без смс/рекламы/спама/реклами,
    никаких смс/сообщений`,
  alone: `konec, zrusit, koniec, prestante, prestanite, torles, ne tobbet, stergeti, sfarsit, opriti, bitir, cikar,
    kapat, отмена, скасувати, конец, удалить, удалите, хватит, закончить, отключить, кінець, видалити, досить,
    вимкнути, τελος, ακυρωση, αρκετα, φτανει, отпишусь, хорош, nezasilejte, neposilat, vymazat, smazat`,
  curt: `dur, dost, vege, eleg, gata, bitti, sil, yeter, istemiyorum, engelle, не надо, не нужно, не хочу, отказ,
    отказываюсь, не треба, відмова, заблокировать, не хочу, не надо, не треба, не беспокоить, nechci, nechcem, nem
    kerem, nem kell, nu vreau, nu doresc, δεν θελω, aramayin, не турбувати`,
  phrase: `uz/jiz/prosim/prosim_uz/uz_mi/uz_mne neposilejte/nepiste/neposielajte/nekontaktujte/nechci/nechcem,
    neposilejte/neposielajte/nepiste/nekontaktujte mi/mne/ma/me/uz/zadne/ziadne/dalsi,
    nechci/nechcem/nepreji_si/neprajem_si dostavat/sms/zpravy/spravy/vase/uz/zadne/ziadne/dalsie/dalsi/prijimat,
    odhlaste/vymazte/smazte/vyradte/odstrante/zmazte me/ma/moje/cislo/me_cislo/moje_cislo/mne, nechte/nechajte me/ma
    byt/na_pokoji, ne kuldjenek/kuldjon/kuldjetek/irjanak/irjon/irjatok/keressenek/zaklassanak/zavarjanak/kuldj/irj,
    nem kerek/szeretnek/akarok tobb/tobbet/ilyen/sms/uzenetet/kapni/uzeneteket/reklamot,
    toroljek/toroljenek/torolje/toroljetek/vegyenek/vegyetek ki/le/a_szamom/a_szamomat/a_nevem/meg_a,
    hagyjanak/hagyjatok beken, le szeretnek iratkozni, irjanak le, nu mai/imi/mi/imi_mai/mi_mai/ma/ma_mai
    trimiteti/trimite/scrieti/contactati/doresc/vreau/deranjati/mai_trimiteti/mai_contactati, nu
    doresc/vreau/mai_doresc/mai_vreau sa/mesaje/sms/mesajele/reclame/astfel, nu mai doresc/vreau,
    stergeti/scoateti/eliminati/sterge ma/mi/numarul/numarul_meu/mi_numarul/va_rog_numarul, stergeti numarul, lasati
    ma in pace, dezabonati ma, mesaj/sms/mesajlarinizi/bu_mesajlari/artik/reklam/mesaj_almak/sms_almak
    istemiyorum/istemiyoruz/atmayin/gondermeyin/yollamayin/gonderme/atma/almak_istemiyorum,
    bana/bir_daha/lutfen/artik yazmayin/mesaj_atmayin/gondermeyin/yazma/mesaj_gondermeyin/sms_gondermeyin/ulasmayin,
    rahatsiz etmeyin, numarami/beni
    silin/sil/listeden/listenizden/cikarin/listeden_cikarin/listenizden_cikarin/cikartin/rahat_birakin, listeden
    cikarin/cikar/cikartin, uyeligimi/aboneligimi iptal/sonlandirin, не хочу/желаю/надо/нужно/нужны/хочу_больше/буду
    получать/смс/сообщений/больше/мне_писать/ваших/ваши/рассылку/рекламы/ваши_сообщения/эти_сообщения, не
    пишите/пиши/шлите/шли/присылайте/присылай/присылать/отправляйте/отправлять/отправляй/беспокойте/беспокоить/спамьте/контактируйте,
    больше не пишите/присылайте/шлите/писать/надо/хочу/отправляйте/беспокойте,
    хватит/прекратите/прекращайте/перестаньте/кончайте
    писать/слать/присылать/отправлять/рассылку/спамить/рассылать/мне/эти/эту/спам/беспокоить,
    отпишите/удалите/уберите/исключите/вычеркните/заблокируйте/сотрите меня/мой/номер/нас/мой_номер/мой_телефон/из,
    отписать/отписаться меня/от, отстаньте/отвалите, оставьте меня в покое, отключите/отмените
    рассылку/смс/сообщения/подписку, отзываю согласие, отменить подписку, не
    надсилайте/пишіть/турбуйте/шліть/присилайте, не хочу отримувати/ваших/повідомлень, більше не
    пишіть/надсилайте/хочу, видаліть/приберіть/відпишіть мене/мій/номер, припиніть/досить/годі
    писати/надсилати/слати, залиште мене, μη/μην μου/με/μας
    στελνετε/στειλετε/ξαναστειλετε/ενοχλειτε/ξαναστελνετε/γραφετε, μη/μην στελνετε/ενοχλειτε, δεν θελω/επιθυμω
    αλλα/μηνυματα/να_λαμβανω/sms/τα/πια/διαφημισεις, διαγραψτε/βγαλτε/αφαιρεστε με/μου/τον_αριθμο/το_νουμερο/τον,
    σταματηστε να/τα, αφηστε με ησυχη/ησυχο, хорош писать/слать, nezasilejte/nezasielajte mi, beni/bir_daha
    aramayin/arama, allitsak le, alljanak le, ne zavarjanak, nezasilejte,
    снимите/уберите/исключите/вычеркните/отпишите меня, снимите с рассылки, из/с рассылки,
    prestante/prestanite/prestan/prestante_mi psat/posilat/pisat/posielat/mi_psat, mesaj/sms
    gondermeyi/atmayi/yollamayi birakin/kes/kesin, artik yeter, hagyjak abba, inceteaza/incetati cu/sa/mesajele,
    відкликаю згоду, odvolavam souhlas/suhlas/svuj_souhlas/svoj_suhlas, visszavonom a hozzajarulasomat, imi retrag
    acordul/consimtamantul, onayimi/iznimi geri cekiyorum, больше не согласен/согласна получать/на`,
  doubtful: `nemam zajem, nemam zaujem, nezajima me, spatne cislo, zle cislo, odkud mate, odkial mate, nem erdekel,
    rossz szam, teves szam, honnan van a szamom, nu ma intereseaza, nu sunt interesat/interesata, numar gresit, de
    unde aveti numarul, ilgilenmiyorum, yanlis numara, numarami nereden, spam, sikayet, kvkk, не интересно,
    неинтересно, не интересует, ошиблись номером, вы ошиблись, не тот номер, откуда у вас мой номер, откуда мой
    номер, кто дал мой номер, спам, мошенники, жалоба, пожалуюсь, достали, надоели, надоело, идите, заблокирую,
    блокирую, в чс, не цікаво, не цікавить, помилились номером, звідки мій номер, набридли, δεν ενδιαφερομαι, δεν με
    ενδιαφερει, λαθος αριθμος, λαθος νουμερο, που βρηκατε`,
  harmless: `не пишите/пиши дату/имя/фамилию, konec tydne, na konci, do konce, v konci, hafta sonu, не хочу
    пропустить, не хочу опаздывать, в конец, до конца, конец недели, конец месяца, хватит мест, хватит времени,
    хватит всем, хватит ли, στο τελος, τελος του, τελος παντων, nu mai vreau sa vin, не
    пишите/пиши/присылайте/присылай/отправляйте/шлите/отправляй адрес/дату/время/имя/фамилию/меню/ссылку/фото, не
    пишіть/надсилайте/присилайте/шліть дату/адресу/час/імя/меню/фото`,
  confirmed: 'вы отписаны, вы отписались',
  automatic: `automaticka odpoved/zprava/sprava, automatikus valasz, raspuns/mesaj automat, otomatik
    yanit/cevap/mesaj, автоответ, автоматический ответ, автоматическое сообщение, автоматична відповідь, αυτοματη
    απαντηση, αυτοματο μηνυμα, спасибо за сообщение, спасибо за обращение`,
  help: 'помощь, yardim, segitseg, ajutor, βοηθεια, допомога, pomoc',
  polite: `prosim, dekuji, dakujem, ihned, hned, kerem, koszonom, azonnal, multumesc, va rog, imediat, lutfen,
    tesekkurler, artik, hemen, пожалуйста, спасибо, немедленно, уже, больше, срочно, будь ласка, дякую, παρακαλω,
    ευχαριστω, τωρα, αμεσως, здравствуйте, привет, te rog`,
  object: `sms, zpravy, spravy, uzenetek, mesaje, mesajlari, mesajlar, смс, сообщения, рассылку, рассылка, мне,
    меня, от, повідомлення, μηνυματα, τα, με`,
  unwilling: `nechci, nechcem, nepreji si, neprajem si, nem kerek, nem akarok, nem szeretnek, nu vreau, nu doresc,
    nu mai vreau, nu mai doresc, не хочу, не желаю, не нужны, не нужна, не надо, не просил, не просила, не
    подписывался, не подписывалась, не бажаю, не потрібні, δεν θελω, δεν επιθυμω, δεν ζητησα, надоели, достали, не,
    нет, ни, без, ne, ni, nem, nu mai, nu imi, nu ma, nu mi, δεν, μη, μην, neposilejte, nechci, nechcem, bez, zadne,
    ziadne, fara, nincs, немає`,
  unwillingAfter: `istemiyorum, istemiyoruz, almak istemem, не нужны, не нужна, не надо, не хочу, nem kell, nem
    kerek, nechci, nechcem`,
  traffic: `sms, smska, zpravy, zprav, spravy, sprav, uzenetet, uzeneteket, sms t, mesaje, mesajele, reclame, mesaj,
    mesajlari, mesajlar, reklam, смс, сообщений, сообщения, рассылка, рассылку, рекламу, реклама, получать,
    повідомлення, отримувати, μηνυματα, sms, διαφημισεις, reklamy, reklamu, kapni, dostavat, primesc`,
  removal: `удалить, удалите, удали, убрать, уберите, убери, исключить, исключите, вычеркните, отпишите, видалити,
    видаліть, приберіть, smazat, smazte, vymazat, vymazte, vyradit, vyradte, odstranit, odstrante, torolni, torolje,
    toroljek, toroljetek, sterge, stergeti, eliminati, scoateti, silin, sil, cikarin, cikar, cikartin, διαγραψτε,
    διαγραφη, βγαλτε, αφαιρεστε`,
  removed: `номер, телефон, базы, списка, рассылки, список, списку, бази, cislo, seznamu, zoznamu, databaze,
    databazy, szamomat, szamot, listarol, numarul, numarului, lista, numarami, numaram, listeden, listenizden,
    rehberden, αριθμο, νουμερο, λιστα`,
  received: `получил, получила, получал, получала, пришло, приходило, пришли, видел, видела, спасибо, еще, ещё,
    извините, понял, поняла, отримав, отримала, дякую, ще, dostal, dostala, dorazila, prisla, videl, dekuji,
    dakujem, jeste, este, kaptam, jott, lattam, koszonom, meg, primit, vazut, multumesc, inca, ελαβα, ηρθε, ειδα,
    ευχαριστω, almadim, gelmedi, gormedim, tesekkurler`,
};
