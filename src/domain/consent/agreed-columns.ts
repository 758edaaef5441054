/** Which of a list's columns say when, where and in which words each person agreed: places among its columns, or -1. */
export type AgreedColumns = { at: number; source: number; text: number };

/** `columns`: names as placeholders have them, such as `sms_consent_updated_at`. Of several, the one about texts counts. */
export function agreedColumns(columns: readonly string[]): AgreedColumns {
  const titles = columns.map((column) => ` ${column.replaceAll('_', ' ')} `);
  const find = (says: RegExp): number => {
    const found = titles.flatMap((title, no) => (isOfConsent(title) && says.test(title) ? [no] : []));
    return found.find((no) => aboutTexts.test(titles[no]!)) ?? found[0] ?? -1;
  };
  return { at: find(saysWhen), source: find(saysWhere), text: find(saysWhat) };
}

/** What a person's row says of it, in that order; empty cells say nothing. */
export function agreedCells(
  columns: readonly string[],
  values: readonly string[],
): { column: string; value: string }[] {
  const { at, source, text } = agreedColumns(columns);
  return [...new Set([at, source, text])].flatMap((no) => {
    const [column, value] = [columns[no], values[no]?.trim()];
    return column && value ? [{ column, value }] : [];
  });
}

function isOfConsent(title: string): boolean {
  return aboutConsent.test(title) && !aboutEnd.test(title) && (!aboutMail.test(title) || aboutTexts.test(title));
}

const aboutConsent =
  / (consent|consented|consents|opt in|opted in|optin|optedin|subscribed|subscription|agreed|agreement|permission|einwilligung|eingewilligt|zustimmung|zugestimmt|consentement|consentimiento|consenso|consentimento|toestemming) /;
/** The day on which somebody left is none on which they agreed. */
const aboutEnd =
  / (out|stop|stopped|unsubscribed|revoked|withdrawn|cancell?ed|ends?|ended|renewal|next|expired|expires|expiry|until|widerruf|widerrufen|photos?|cookies?|medical|treatment) /;
const aboutMail = / (e ?mail|mail|newsletter|call|calls) /;
const aboutTexts = / (sms|texts?|texting|mobile|phone) /;

const saysWhen =
  / (at|on|date|dates|day|time|timestamp|datetime|since|when|updated|changed|created|datum|am|seit|uhrzeit|fecha|data|dato|date de) /;
const saysWhere = / (source|sources|method|keyword|channel|form|page|ip|via|medium|campaign|quelle|origen|origine) /;
const saysWhat = / (text|wording|words|language|statement|version|url|link|proof|evidence|disclosure|wortlaut|texte) $/;
