import { CampaignError, type FormField } from '../campaign-error.ts';
import { wordsOf } from './columns/meaning.ts';

/** The columns of a list's files besides their numbers: the first file's, in whose order those of the others are put. */
export function createColumns(names: readonly string[]) {
  let first: readonly string[] | undefined;
  let order: readonly number[] | undefined;
  let isName: readonly boolean[] = [];
  return {
    first: () => first ?? [],
    isName: (index: number) => isName[index],
    begin(columns: readonly string[], field: FormField): void {
      if (!first) {
        first = columns;
        isName = columns.map((column) => wordsOf(column).some((word) => nameWords.has(word)));
        return;
      }
      refuseOther(columns, { first, name: names[0] ?? '' }, field);
      const isSame = first.every((column, index) => columns[index] === column);
      order = isSame ? undefined : first.map((column) => columns.indexOf(column));
    },
    inOrder: (values: readonly string[]): readonly string[] => order?.map((index) => values[index] ?? '') ?? values,
  };
}

function refuseOther(
  columns: readonly string[],
  { first, name }: { first: readonly string[]; name: string },
  field: FormField,
): void {
  const missing = first.find((column) => !columns.includes(column));
  const more = columns.find((column) => !first.includes(column));
  if (missing === undefined && more === undefined) return;
  const what =
    missing === undefined
      ? `it has a column “${more}”, which “${name}” does not have`
      : `it has no column “${missing}”, which “${name}” has`;
  const sentence = `${what}. Give all files of a list the same columns, or make a campaign of each.`;
  throw new CampaignError('other_columns', sentence, field);
}

const nameWords = new Set(
  `name names first last given family surname nickname vorname nachname nom prenom nombre apellido nome cognome sobrenome naam
  voornaam achternaam imie nazwisko fornamn efternamn fornavn etternavn etunimi имя фамилия 名前 姓 名 姓名 이름`.split(
    /\s+/,
  ),
);
