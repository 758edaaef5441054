import type { ViewOutput } from '@slack/bolt';
import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types';
import type { ListSummary } from '../../../domain/campaign/campaign.ts';
import type { FormField } from '../../../domain/campaign-error.ts';
import { allCountries, countryName } from '../../../domain/list/cells/country-names.ts';
import type { ListChoices, ListReading } from '../../../domain/list/reading.ts';
import { actions, fieldBlocks } from '../../ids.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { number } from '../words/number-words.ts';

/** What the author may decide about the list, in the preview: doubts without an answer, guesses with what was guessed. */
export function listQuestions({ reading }: ListSummary): InputBlock[] {
  if (!reading) return [];
  return [numbersFromField(reading), countryField(reading), markedField(reading)].filter((field) => field !== null);
}

/** What stands in the fields; what is left open is left out. */
export function readListChoices(view: Pick<ViewOutput, 'state'>): ListChoices {
  const value = (field: FormField) =>
    view.state.values[fieldBlocks[field]]?.[actions.decideList]?.selected_option?.value;
  const [numbersFrom, country, marked] = [value('numbersFrom'), value('country'), value('textMarked')];
  return {
    ...(numbersFrom && { numbersFrom }),
    ...(country && { country }),
    ...(marked && { textMarked: marked === 'text' }),
  };
}

/** The list as it was read differs from what is chosen now. */
export function isNewChoice({ reading }: ListSummary, chosen: ListChoices): boolean {
  if (!reading) return false;
  const source = reading.sources.find(({ isChosen }) => isChosen);
  const country = reading.choices.country ?? (reading.questions.includes('country') ? undefined : reading.country);
  const isOther = (now: string | undefined, then: string | undefined) => now !== undefined && now !== then;
  return (
    isOther(
      chosen.numbersFrom,
      reading.choices.numbersFrom ?? (reading.questions.includes('numbersFrom') ? undefined : source?.id),
    ) ||
    isOther(chosen.country, country) ||
    (chosen.textMarked !== undefined && chosen.textMarked !== (reading.marked?.isTexted ?? false))
  );
}

function numbersFromField({ sources, questions, choices }: ListReading): InputBlock | null {
  const isAsked = questions.includes('numbersFrom');
  if (sources.length < 2 && !isAsked && !choices.numbersFrom) return null;
  const options = sources
    .slice(0, 100)
    .map(({ id, title, samples }) => option(title || 'Without a title', id, samples.join(' · ')));
  const chosen = sources.find(({ isChosen }) => isChosen)?.id;
  return field('numbersFrom', 'Numbers come from', 'The list is read again with your answer.', {
    type: 'static_select',
    options,
    ...initial(isAsked ? undefined : options.find(({ value }) => value === chosen)),
  });
}

function countryField({ questions, choices, country, otherCountries }: ListReading): InputBlock | null {
  const isAsked = questions.includes('country');
  if (!isAsked && !choices.country) return null;
  const likely = [...new Set([...otherCountries.map((other) => other.country), country, choices.country ?? country])];
  const told = new Map(otherCountries.map((other) => [other.country, other.count]));
  const suggested = likely.map((code) => {
    const known = told.get(code);
    return option(countryName(code), code, known ? `knows ${number(known)} of those tried` : '');
  });
  const others = allCountries()
    .filter((other) => !likely.includes(other.country))
    .map(({ country: code, name }) => option(name, code, ''));
  const groups = [{ label: 'Most likely', options: suggested }];
  for (let at = 0; at < others.length; at += 90) {
    const part = others.slice(at, at + 90);
    groups.push({ label: `${part[0]?.text.text.charAt(0)} to ${part.at(-1)?.text.text.charAt(0)}`, options: part });
  }
  return field('country', 'Country of the numbers', 'Of numbers without + or 00.', {
    type: 'static_select',
    option_groups: groups.map((group) => ({
      label: { type: 'plain_text', text: group.label },
      options: group.options,
    })),
    ...initial(isAsked ? undefined : suggested.find(({ value }) => value === (choices.country ?? country))),
  });
}

function markedField({ marked }: ListReading): InputBlock | null {
  if (!marked) return null;
  const options = [option('Leave them out', 'leave_out', ''), option('Text them all the same', 'text', '')];
  const hint = `The list says so under “${cut(oneLine(marked.titles.join('”, “')), 100)}”.`;
  return field('textMarked', 'People marked as unsubscribed', hint, {
    type: 'static_select',
    options,
    ...initial(options[marked.isTexted ? 1 : 0]),
  });
}

function field(name: FormField, label: string, hint: string, element: Omit<StaticSelect, 'action_id'>): InputBlock {
  return {
    type: 'input',
    block_id: fieldBlocks[name],
    dispatch_action: true,
    label: { type: 'plain_text', text: label, emoji: false },
    hint: { type: 'plain_text', text: hint, emoji: false },
    element: { ...element, action_id: actions.decideList },
  };
}

function option(label: string, value: string, description: string): PlainTextOption {
  const text = { type: 'plain_text' as const, text: cut(oneLine(label), 75) || '(empty)', emoji: false };
  const more = cut(oneLine(description), 75);
  return { text, value, ...(more && { description: { type: 'plain_text' as const, text: more, emoji: false } }) };
}

function initial(chosen: PlainTextOption | undefined): Pick<StaticSelect, 'initial_option'> {
  return chosen ? { initial_option: chosen } : {};
}
