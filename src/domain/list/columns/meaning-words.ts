import { foldTitle } from './column-names.ts';

/** Words of titles in one form: whole words, and pieces for languages that write several words as one. */
export type WordList = {
  whole: ReadonlySet<string>;
  begins: readonly string[];
  ends: readonly string[];
  holds: readonly string[];
};

export const mobileWords = list({
  whole: `mobile mobil movil handy cell cells cellphone cel gsm sms mms msisdn iphone text texting mob kom komorka komorkowy
    komorkowa hp cep kannykka portable portables portabel mobiel mobitel сот`,
  begins: 'mobiln mobilt mobilf mobilp mobilr mobilen mobiles mobileph movile handyn handyt handyp telemov',
  ends: 'privatmobil telefonmobil',
  holds: `cellul celul komork matkapuh мобил сотов мобіл κινητ 携帯 手机 手機 行動電話 휴대 핸드폰 جوال موبايل محمول נייד סלולרי
    มือถือ selular मोबाइल`,
});

export const phoneWords = list({
  whole: 'phone phones ph tel tels tf tlf telnr telno tfno fon fono whatsapp viber puhelin puh тел sdt',
  begins: 'phonen telno telnr telnum',
  ends: 'phone phones telefon',
  holds: 'telefo telepho rufnummer puhelin телефон τηλεφ 電話 电话 전화 โทรศัพท هاتف טלפון फोन',
});

export const weakWords = list({
  whole: `number numbers nummer nr no num numero numeros numer to recipient recipients contact contacts kontakt kontakte
    contacto contatto contato destination empfanger destinataire destinatario номер`,
});

/** Other people's numbers, and those that get no texts. */
export const unfitWords = list({
  whole: `emergency ice sos urgence emergencia emergenza nood noodnummer noodcontact alarm kin nok relative relatives parent
    parents eltern mother father mom mum dad mama papa mutter vater mere pere madre padre mae pai mor far guardian tutor spouse
    partner husband wife ehepartner ehefrau ehemann conjoint conjointe epoux esposo esposa conyuge coniuge marito moglie
    malzonek backup reserve alternate alternative alternativ alt secondary secondaire secundario secundaria sekundar secondario
    other others weitere andere anderer autre otro otra altro altra outro outra inny assistant assistants assistent manager
    managers supervisor boss referrer referred reference referee physician doctor arzt hausarzt medecin caregiver carer child
    children kid kids son daughter kind kinder friend neighbour neighbor landlord coach teacher lehrer agent owner rep
    fax telefax pager beeper telex isdn tty tdd radio car callback switchboard reception hotline helpline zentrale
    office offices work works business company corporate firm firma empresa job arbeit dienst dienstlich geschaft geschaftlich
    buro bureau travail pro professionnel oficina trabajo laboral trabalho comercial ufficio lavoro werk zakelijk praca
    sluzbowy sluzbowa arbete jobb tyo
    home household landline landlines fixed festnetz zuhause fixe fijo fija fisso fixo vast vaste thuis domicile
    domicilio casa dom domowy domowa stacjonarny hem hjem koti
    timestamp date datum consent body ext extension durchwahl poste interno ramal id ids guid uuid account accounts acct konto compte cuenta conta`,
  begins:
    'notfall festnetz angehorig ansprechpartner kontaktperson erziehungs kundennum kundennr dienstn dienstt geschaftsn geschaftst',
  holds: `notfall emergenc urgenc telefax festnetz экстрен запасн дополнит рабоч служебн домашн городск факс φαξ επειγ 緊急 紧急
    비상 勤務 自宅 職場 会社 公司 家庭电话 회사 직장 طوار فاكس עבודה חירום`,
  ends: 'fax',
});

/** Numbers of files rather than phones, unless the title names a phone. */
export const fileWords = list({
  whole: `customer customers client clients kunde kunden cliente klient klant member membership mitglied adherent socio employee
    personal staff mitarbeiter student pupil schuler order orders bestellung commande pedido invoice rechnung facture factura
    ticket case policy contract vertrag contrat contrato loyalty card karte passport reisepass vat tax steuer ust iban bic ssn
    nif dni nip pesel zip plz postal postcode code record row line lfd index date datum birthday birth age year amount price
    total qty quantity score`,
  begins: 'rechnungsn bestelln vertragsn mitgliedsn personaln auftrags steuern artikeln matrikel hausn',
});

function list({
  whole,
  begins = '',
  ends = '',
  holds = '',
}: Record<'whole', string> & Partial<Record<'begins' | 'ends' | 'holds', string>>): WordList {
  return { whole: new Set(folded(whole)), begins: folded(begins), ends: folded(ends), holds: folded(holds) };
}

function folded(words: string): string[] {
  return words.trim().split(/\s+/).map(foldTitle).filter(Boolean);
}
