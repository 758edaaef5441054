/**
 * What people write who are not the one that was meant: phrases between commas, `/` between words that may stand in the
 * same place, `_` within such a piece, `0` for none. NAME is the name on the list, NAMES the same with an s.
 */
export const wrongPerson = {
  english: `wrong number/person/num/guy/girl/contact/recipient/phone, not/never NAME, not the right number/person,
    not/nor/isnt/no_longer/aint his/her/their/NAMES number/phone/cell, no_longer/not NAMES, im/i_am/its/it_is/this_is/thats/we_are
    not/no_longer NAME/who_you_think/the_person_you_want/the_person_youre_looking_for/the_person_you_are_looking_for/who_youre_looking_for/who_you_are_looking_for,
    aint/isnt NAME/NAMES, this isnt/aint NAME/NAMES/NAMES_phone/NAMES_number/their_number/his_number/her_number,
    this_number/this_phone/it/number no_longer/doesnt/does_not/isnt/is_not belongs_to/belong_to NAME/him/her/them/that_person,
    no_one/nobody/noone/no_person by/with/of that/this/the name, this_number/this_phone/number/phone/it
    belongs_to/is someone_elses/someone_else/somebody_else/somebody_elses/another_person/a_different_person/a_child/a_kid/a_minor,
    NAME has/got/has_got a_new/a_different/another/new number/phone, NAME changed/has_changed/switched her/his/their/the/0
    number/numbers/phone, NAME doesnt/does_not/no_longer live/lives/stay/work here/here_anymore, NAME isnt/is_not/is_no_longer/not
    at/on/reachable_at/reachable_on this number/phone, nobody/no_one/noone/no called/named/here_called/here_named NAME/that,
    no NAME here/at_this_number/on_this_number/with_this_number, theres/there_is no NAME/one_by_that_name, NAME/he/she
    doesnt/does_not/no_longer have/has/use/uses/own/owns this/the number/phone, i_dont/we_dont/dont/do_not know any/a/0 NAME,
    who/whos/who_is/who_the_hell_is/who_tf_is NAME, i_just/just/i/we/ive_just/i_have_just/i_recently/recently got/have/bought
    this/a_new/the phone_number/number, i have/ive had_this_number/this_number for/since, new/different owner of/with this/the number/phone, number/phone
    has/was been/0 reassigned, mistaken identity, you have/got/texted/reached/messaged/called/want the_wrong/a_wrong/wrong one/0`,
  german: `falsche nummer/person/handynummer/telefonnummer, falsch verbunden, nicht die/der/das richtige/richtigen
    nummer/person/ansprechpartner, falscher empfanger/adressat/ansprechpartner/kontakt, ich bin/heisse nicht/nicht_die/nicht_der/kein/keine NAME, bin nicht NAME/die_NAME/der_NAME,
    das/dies/hier ist/bin nicht/nicht_mehr NAME/NAMES_nummer/die_nummer_von_NAME/NAMES/NAMES_handy, das_ist/ist
    nicht/nicht_mehr ihre/seine/deren nummer/handynummer, hier gibt_es/wohnt/ist/lebt kein/keine NAME, kenne/kennen_wir/kenn
    keine/keinen/kein NAME, wer_ist NAME, nummer/telefonnummer/handynummer gehort nicht/nicht_mehr NAME/ihr/ihm,
    habe/hab die/diese nummer neu/erst_seit, sie haben/hast/habt sich_verwahlt/dich_verwahlt/falsche_nummer/die_falsche_nummer, verwahlt`,
  french: `mauvais/faux numero/destinataire/contact, mauvaise personne, pas le bon numero/destinataire/contact, pas la bonne
    personne, erreur de numero/destinataire/personne, numero errone/incorrect, trompe/trompes/tromper/trompez
    de numero/personne/destinataire, je_ne_suis/suis/ce_nest/cest/nest pas/plus NAME/le_numero_de_NAME/son_numero/la_personne_que_vous_cherchez,
    ce_numero_nest/numero_nest plus/pas a/celui_de/a_celui_de/au_nom_de/attribue_a NAME, qui_est/cest_qui NAME, connais pas
    NAME, il_ny_a/ny_a pas/personne de/du_nom_de NAME, NAME na/a plus/change ce/de numero, pas de NAME ici/a_ce_numero`,
  spanish: `numero/persona/telefono/contacto equivocado/equivocada/incorrecto/incorrecta/erroneo/erronea, se/te/os
    equivoco/equivocado/equivocaste/han_equivocado/ha_equivocado/has_equivocado de numero/persona/telefono, equivocado de
    numero, no soy/es/se NAME/la_persona_que_busca/el_numero_de_NAME/su_numero, ya_no_es/no_es el/0 numero/telefono de NAME, quien_es
    NAME, no_conozco/conozco a/a_ninguna/a_ningun/ninguna/ningun NAME, aqui_no_hay/no_hay/aqui_no_vive ninguna/ningun/0 NAME,
    este_numero_no/este_numero_ya_no es/pertenece de/a NAME`,
  italian: `numero/persona/contatto sbagliato/sbagliata/errato/errata, sbagliato/sbaglia/sbagliando numero/persona, non
    sono/e NAME/il_numero_di_NAME/la_persona_che_cerca/il_suo_numero, chi_e NAME, non_conosco nessun/nessuna/0 NAME, questo_non/non
    e/e_piu il numero di NAME, ha/hai/avete sbagliato numero/persona`,
  portuguese: `numero/pessoa/contato/contacto/telefone errado/errada, engano/enganou_se/se_enganou/enganaste_te
    no/de/do/0 numero/pessoa/0, foi engano, nao sou/e/conheco NAME/a_NAME/o_NAME/nenhuma_NAME/nenhum_NAME/o_numero_da_NAME/o_numero_do_NAME/a_pessoa_que_procura, quem_e
    NAME/a_NAME/o_NAME, este_numero_nao/esse_numero_nao e/e_mais/pertence da/do/a/ao NAME`,
  dutch: `verkeerd/verkeerde/fout/foute/onjuist nummer/persoon/verbonden, niet het/de juiste nummer/persoon, ik ben/heet
    niet/geen NAME, ben geen/niet NAME, ben NAME niet, dit/dat/u is/spreekt_met niet/niet_met NAME/het_nummer_van_NAME/NAMES_nummer, dit_is/is niet/niet_meer haar/zijn/hun
    nummer, wie_is NAME, ken geen NAME, er_woont/hier_woont/hier_is geen NAME, dit_nummer is/hoort niet/niet_meer van/bij NAME`,
  polish: `zly/bledny/niewlasciwy/nieprawidlowy/pomylony numer/adresat, zla/niewlasciwa osoba, pomylka, pomylka/pomylil/pomylila/pomylilo
    w/0 numerze/numer/numery, nie jestem/znam NAME/zadnej_NAME/zadnego_NAME, to nie NAME/jest_NAME/numer_NAME/jest_numer_NAME, kto_to NAME/jest_NAME, ten_numer_nie/numer_nie
    nalezy/nalezy_juz/jest do/0 NAME`,
  nordic: `fel/feil/forkert/galet nummer/person/number, vaara numero/henkilo, vaarassa numerossa, inte/ikke ratt/riktig/rette/rigtige
    nummer/person, jag/jeg ar/er inte/ikke NAME, heter/hedder inte/ikke NAME, det_har/dette/det ar/er inte/ikke
    NAME/NAMES_nummer/nummeret_til_NAME, vem_ar/hvem_er NAME, kanner_ingen/kjenner_ingen/kender_ingen NAME, en_ole/mina_en_ole NAME, kuka_on NAME`,
  eastern: `spatne/chybne cislo, nespravne cislo, omyl, zle/nespravne cislo, nejsem/nie_som NAME, kdo_je/kto_je NAME, rossz/teves/hibas
    szam, nem en_vagyok/vagyok NAME, rosszul kapcsolt, numar gresit, persoana gresita, nu sunt NAME, cine_e/cine_este NAME, pogresan/pogrean/krivi
    broj, nisam NAME, napacna stevilka, nisem NAME, yanlis numara/kisi/numarayi, ben_NAME/ben degilim/NAME_degilim,
    NAME degilim/degil, bu_numara NAME_degil/artik_NAME_degil, не туда попали/пишете/пишите/написали, вы/ты ошиблись/ошибся/ошиблась номером, ошиблись/ошибка
    номером/номера, неправильный/неверный/не_тот/не_мой номер, я не NAME, это не NAME/номер_NAME, кто такая/такой NAME, ви помилилися
    номером, помилилися/помилка номером/номером, неправильний/невірний/не_той номер, λαθος αριθμος/νουμερο/ατομο, δεν ειμαι
    NAME/η_NAME/ο_NAME, грешен номер, salah nomor/sambung/orang, nomor salah, bukan/saya_bukan/ini_bukan NAME, nham/sai so/may/nguoi, toi khong phai_NAME/phai_la_NAME, maling
    numero, mali ang_numero`,
  further: `号码错了, 打错了, 发错了, 你发错了, 你打错了, 您打错了, 您发错了, 发错人了, 认错人了, 找错人了, 你找错人了, 打錯了, 傳錯了, 發錯了, 你傳錯了,
    認錯人了, 號碼錯了, 番号違いです, 番号が違います, 番号間違いです, 間違い電話です, 人違いです, 番号違い, 人違い, 間違えています, 잘못된 번호/번호입니다/번호예요, 번호 잘못
    보내셨어요/보내셨습니다/아셨어요, 번호가 틀렸어요/틀렸습니다, 잘못 보내셨어요/보내셨습니다/거셨습니다, رقم خاطئ/خطأ, الرقم خطأ/خاطئ/غلط, رقم غلط, النمره غلط, لست
    NAME, انا لست/مش NAME, טעות במספר/בנמען, מספר שגוי/לא_נכון, זה_לא/אני_לא NAME, गलत नंबर, रोंग नंबर, ผิดเบอร์, เบอร์ผิด, ส่งผิดคน, شماره اشتباه/اشتباهه/اشتباه_است`,
} as const;

/** Words that say nothing else: whoever is meant may stand among them. */
export const besideWrongPerson = `hi hello hey hallo bonjour hola ciao salut ola hoi hej hei czesc witam dzien dobry buongiorno
  sorry srry sory apologies pardon desole desolee entschuldigung verzeihung scusi scusa mi dispiace lo siento perdon perdona disculpe desculpe desculpa przepraszam
  beklager unnskyld undskyld forlat sajnalom promin prominte извините простите вибачте üzgünüm maalesef afraid unfortunately leider helaas niestety malheureusement
  think believe guess probably must may might seem seems looks like u you yu ya yall youve your ur youre have got ve havent has the a an to this that thats is its it s im i am
  of texting texted messaging messaged calling reached reach contacted contacting sent sending sms text message bro dude man sir maam mam madam buddy friend lol haha ha no nope nah non nein nee nie ne
  not please pls plz thanks thank thx danke merci gracias grazie obrigado obrigada dziekuje bedankt dank tak takk tack ok okay well oh um uh just all again here anymore any more now
  sie haben hast du ihr habt wohl da die der das ist hier glaube denke fürchte ich mein meine es eine ein leider hast
  vous avez avoir etes tes vs faites fait erreur est cest ce le la je crois pense que il s une un y a de du
  usted ha tiene tienes has creo que se el es un una esta este me parece ustedes su
  lei ha hai credo che il e questo mi sa avete un una
  voce vc tem esta acho que o e este esse foi um uma
  u heeft je hebt dit is een het ik denk dat ge hebt
  to jest pan pani ma masz chyba ten
  du har det ar er detta dette jeg jag tror at att en et olen sinulla on tama
  mate maybe maate NAME number nummer`;
