import { foldTitle } from '../columns/column-names.ts';
import { isMarked, type MarkColumn, markColumns } from '../columns/marks.ts';
import { meaningOf } from '../columns/meaning.ts';
import { readOptOutDate } from './opt-out-date.ts';
import { holdsNumber } from './opt-out-number.ts';

/** Where a file of opt-outs has what; -1: nowhere. */
export type OptOutColumns = {
  header: readonly string[] | null;
  number: number;
  date: number;
  source: number;
  kind: number;
  words: number;
  /** Says the country of the number beside it, or its calling code. */
  country: number;
  /** Columns without a title: what holds a number there is told row by row. */
  untitled: readonly number[];
  /** Titles of columns that hold numbers as much as the chosen one: nobody can tell whose. */
  rivals: readonly string[];
  /** Columns that say of some rows that these people are still subscribed. */
  marks: readonly MarkColumn[];
  /** Titles of other columns that hold numbers, which nobody reads. */
  unread: readonly string[];
};

/** Decides by the first rows of a file; without a head line by what its cells are. */
export function optOutColumns(sample: readonly (readonly string[])[], home: string, now: Date): OptOutColumns {
  const [first = [], ...others] = sample;
  const isHeadless = first.some((cell) => holdsNumber(cell, home));
  const rows = isHeadless ? sample : others;
  const header = isHeadless ? null : first;
  const width = Math.max(...sample.map((row) => row.length), 0);
  const titles = Array.from({ length: width }, (_, index) => header?.[index] ?? '');
  const share = (test: (cell: string) => boolean) =>
    titles.map((_, at) => rows.filter((r) => test(r[at] ?? '')).length);

  const holding = share((cell) => holdsNumber(cell, home));
  const ranked = titles.map((title, at) => ({ at, rank: holding[at] ? rankOf(title) : -1, holding: holding[at] ?? 0 }));
  const best = ranked.toSorted((a, b) => b.rank - a.rank || b.holding - a.holding || a.at - b.at)[0];
  const number = best && best.rank >= 0 ? best.at : -1;
  // "From" and "To" of a log of messages: one of them is our own number.
  const isFull = ({ holding: some }: { holding: number }) => some * 2 > rows.length;
  const alike = ranked.filter(({ at, rank, ...one }) => at !== number && titles[at] && rank > 0 && isFull(one));
  const rivals = best && titles[number] && best.rank <= ranks.weak ? alike : [];
  const dated = share(
    (cell) => readOptOutDate(cell, 'day', now) !== undefined || readOptOutDate(cell, 'month', now) !== undefined,
  );
  const named = titles.findIndex(
    (title, at) => at !== number && dateTitle.test(foldTitle(title)) && (dated[at] ?? 0) > 0,
  );
  const evident = titles.findIndex((_, at) => at !== number && (dated[at] ?? 0) > rows.length / 2);
  const entitled = (form: RegExp) => titles.findIndex((title, at) => at !== number && form.test(foldTitle(title)));
  return {
    header,
    number,
    date: named >= 0 ? named : evident,
    source: entitled(sourceTitle),
    kind: entitled(/^kind$/),
    words: entitled(/^words$/),
    country: entitled(countryTitle),
    untitled: titles.flatMap((title, at) => (at !== number && title.trim() === '' ? [at] : [])),
    rivals: rivals.map(({ at }) => titles[at]!),
    marks: markColumns(titles).filter(({ means }) => means !== 'consent'),
    unread: ranked
      .filter((one) => one.at !== number && ((one.rank > 1 && one.holding > 0) || alike.includes(one)))
      .map(({ at }) => titles[at]!),
  };
}

const ranks = { mobile: 4, phone: 3, weak: 2, none: 1, unfit: 0 } as const;

function rankOf(title: string): number {
  return ranks[meaningOf(title)];
}

/** Does the row itself say that the person still gets texts? Then somebody has to look. */
export function saysSubscribed({ marks }: OptOutColumns, row: readonly string[]): string | undefined {
  const denied = marks.find((mark) => {
    const cell = row[mark.index]?.trim() ?? '';
    if (cell === '' || isMarked(mark, cell)) return false;
    return mark.means === 'stop' || subscribed.test(foldTitle(cell));
  });
  return denied?.title;
}

const subscribed =
  /^(subscribed|active|opted_in|opt_in|aktiv|abonniert|actif|abonne|activo|suscrito|attivo|iscritto|ativo|inscrito)$/;

const dateTitle =
  /(^|_)(date|datum|dato|data|fecha|dia|giorno|time|timestamp|zeit|zeitpunkt|heure|hora|ora|tijd|czas|at|on|when|wann|quand|since|seit|depuis|desde|am|le|created|received|updated|day|tag|jour)(_|$)|datum$/;
const countryTitle =
  /^(phone_|mobile_|number_)?(country|country_?code|country_?iso|calling_?code|country_calling_?code|dial(l?ing)?_?code|land|landesvorwahl|vorwahl|pays|pais|paese|indicatif)$/;
const sourceTitle =
  /(^|_)(source|sources|quelle|herkunft|origine|origin|origen|fuente|fonte|origem|bron|herkomst|zrodlo|kilde|kalla|lahde|channel|kanal|canal|canale|via|reason|grund|motif|motivo|keyword|short_?code|list|liste)(_|$)/;
