import { readRecipients } from './src/domain/list/read-list.ts';
const cases: [string, string, string?, boolean?][] = [
 ['shopify', 'First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Phone,Phone,Accepts SMS Marketing\nAda,Roe,a@e.com,yes,,2015550101,\'+12015550121,yes\nBob,Roe,b@e.com,no,,,\'+12015550122,no\n'],
 ['mailchimp', 'Email Address,First Name,Last Name,Phone Number,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,UNSUB_TIME\na@e.com,Ada,Roe,(201) 555-0101,2,2024-01-01 10:00:00,,\nb@e.com,Bob,Roe,(201) 555-0102,2,,,2024-05-05 10:00:00\n'],
 ['salesforce', '"Contact ID","First Name","Last Name","Phone","Mobile","Home Phone","Other Phone","Do Not Call","SMS Opt Out"\n"003A","Ada","Roe","(201) 555-0101","(201) 555-0121","","","0","0"\n"003B","Bob","Roe","","(201) 555-0122","","","1","0"\n"003C","Cy","Roe","","(201) 555-0123","","","0","1"\n'],
 ['stripe', 'id,Description,Email,Name,Created (UTC),Phone,Card Last4\ncus_1,,a@e.com,Ada,2025-01-01 10:00,+12015550101,4242\n'],
 ['totals footer', 'Name,Phone\nAda,2015550101\nBob,2015550102\nTotal,2\n'],
 ['footer printed', 'Name,Phone\nAda,2015550101\n\nPrinted on 11/28/2026\n'],
 ['wa export', '[28/11/2026, 10:22:01] Ada: call me on 201-555-0101\n[28/11/2026, 10:23:01] Bob: mine is 201 555 0102 thx', 'US', true],
 ['signature', 'Ada Roe\nDirector\nTel: +1 201-555-0101\nMobile: +1 201-555-0121\nFax: +1 201-555-0199', 'US', true],
 ['vcard', 'BEGIN:VCARD\nVERSION:3.0\nFN:Ada Roe\nTEL;TYPE=CELL:+1-201-555-0121\nTEL;TYPE=HOME:+1-201-555-0101\nEND:VCARD', 'US', true],
 ['name: num;', 'Ada: 2015550101; Bob: 2015550102', 'US', true],
 ['tab paste', 'Ada\t201-555-0101\nBob\t201-555-0102', 'US', true],
 ['tab paste header', 'Name\tMobile\nAda\t201-555-0101\nBob\t201-555-0102', 'US', true],
 ['numbers dash names', '2015550101 - Ada Roe\n2015550102 – Bob', 'US', true],
 ['apple contacts', 'First name,Last name,Mobile,Home,Work,iPhone\nAda,Roe,,,,2015550121\nBob,Roe,2015550122,2015550102,,\n'],
 ['school', 'Student,Grade,Parent/Guardian 1 Name,Parent/Guardian 1 Cell,Parent/Guardian 2 Cell\nAda,5,Eve,2015550191,2015550192\n'],
 ['eventbrite', 'Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,Attendee #,Cell Phone,Home Phone\n12345678901,2026-01-01,Ada,Roe,a@e.com,1,GA,98765432101,2015550121,\n'],
 ['zoho', 'Record Id,Salutation,First Name,Phone,Mobile,Email Opt Out,Unsubscribed Mode\nzcrm_1,Ms,Ada,,2015550121,false,\nzcrm_2,,Bob,,2015550122,true,Manual\n'],
 ['german verein', 'Mitgliedsnr.;Anrede;Vorname;Nachname;Telefon privat;Telefon dienstlich;Telefon mobil\n1001;Frau;Ada;Roe;030 901820;030 901821;0152 28817386\n1002;Herr;Bob;Roe;030 901822;;\n', 'DE'],
 ['french', 'Civilité;Nom;Prénom;Tél. domicile;Tél. portable\nMme;Roe;Ada;01 23 45 67 89;06 12 34 56 78\n', 'FR'],
 ['italian', 'Nome,Cognome,Telefono casa,Cellulare\nAda,Roe,06 1234567,333 1234567\n', 'IT'],
 ['japan', '氏名,電話番号,携帯番号\n佐藤,03-1234-5678,090-1234-5678\n', 'JP'],
 ['decimals col', 'Name,Mobile,Amount\nAda,2015550101,1234567.00\n'],
 ['idx', 'No,Name,Mobile No\n1,Ada,2015550101\n2,Bob,2015550102\n'],
 ['sno phone', 'S.No.,Name of the member,Contact No.,Alternate Contact No.\n1,Ada,9876543210,9876543211\n2,Bob,9876543212,\n','IN'],
 ['headerless 3', '1,Ada,2015550101\n2,Bob,2015550102\n'],
 ['headerless phone + zip9', 'Ada,2015550101,070301234\nBob,2015550102,070301235\n'],
 ['semicolon single', '2015550101;2015550102;2015550103'],
 ['lat long', 'Name,Lat,Lng,Phone\nAda,40.7127837,-74.0059413,2015550101\n'],
 ['plus lost +', 'Name,Mobile\nAda,+2015550101\nBob,+12015550102\n'],
 ['excel E+11', 'Name;Handy\nAda;4,91523E+11\nBob;0152 28817386\n','DE'],
 ['apostrophe', "Name,Mobile\nAda,'2015550101\nBob,'+12015550102\n"],
 ['all caps header', 'NAME,CELL PHONE NUMBER\nADA,2015550101\n'],
 ['phone with country name in cell', 'Name,Mobile\nAda,US +1 201 555 0101\nBob,+1 (US) 201-555-0102\n'],
 ['brackets 0', 'Name;Mobil\nAda;+49 (0) 152 28817386\nBob;0049 (0)152 54599371\n','DE'],
 ['uk', 'Name,Mobile\nAda,07400 123456\nBob,+44 (0)7400 123457\nCy,447400123458\nDi,7400123459\n','GB'],
 ['aus', 'Name,Mobile\nAda,0412 345 678\nBob,412345679\nCy,+61 412 345 670\n','AU'],
 ['fr lost zero', 'Nom,Portable\nAda,612345678\nBob,33612345679\n','FR'],
 ['mx', 'Nombre,Celular\nAda,55 1234 5678\nBob,+52 1 55 1234 5679\nCy,044 55 1234 5670\n','MX'],
 ['br', 'Nome,Celular\nAda,(11) 98765-4321\nBob,011 98765-4322\nCy,+55 (11) 98765-4323\nDi,5511987654324\n','BR'],
 ['header lines with digits', 'Name,Phone (10 digits),City\nAda,2015550101,X\n'],
 ['two headers repeated', 'Name,Phone\nAda,2015550101\nName,Phone\nBob,2015550102\n'],
 ['quotes excel', '"Name","Phone"\n"Roe, ""Ace"" Ada","201-555-0101"\n'],
 ['status col', 'Name,Mobile,Status\nAda,2015550101,Active\nBob,2015550102,Unsubscribed\nCy,2015550103,Blocked\n'],
 ['consent blank', 'Name,Mobile,SMS consent\nAda,2015550101,\nBob,2015550102,yes\n'],
 ['consent german', 'Name;Mobil;Darf per SMS kontaktiert werden\nAda;0152 28817386;nein\nBob;0152 54599371;ja\n','DE'],
 ['opt-in checkbox', 'Name,Mobile,"I agree to receive text messages"\nAda,2015550101,No\nBob,2015550102,Yes\n'],
 ['dnt', 'Name,Mobile,Do not text?\nAda,2015550101,Y\nBob,2015550102,\n'],
 ['deceased', 'Name,Mobile,Notes\nAda,2015550101,do not text\nBob,2015550102,\n'],
];
for (const [name, text, country = 'US', pasted] of cases) {
  const src = pasted ? text : (async function* () { yield new TextEncoder().encode(text); })();
  try {
    const l = await readRecipients(src, { country });
    const r = l.reading;
    console.log(`${name}: from=${r.numbersFrom} ${r.questions.join()} | ${l.recipients.map((x) => x.number + '/' + x.values.filter(Boolean).join(' ').slice(0, 22)).join(' ; ')} | X ${[...l.invalid.map((x) => x.line + ' ' + x.value + ': ' + x.reason), ...l.duplicates.map((x) => 'dup ' + x.line), ...l.marked.map((x) => 'marked ' + x.line)].join(' ; ')} | ${l.waiting || ''} ${r.notes.map((n) => n.kind + n.count).join()} ${r.otherCountries.map((o) => o.country).join()}`);
  } catch (e) { console.log(name, '!!', (e as Error).message); }
}
