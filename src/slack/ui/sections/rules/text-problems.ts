import type { ActionsBlock } from '@slack/types';
import type { Preview } from '../../../../services/campaigns/previewing.ts';
import { actions } from '../../../ids.ts';
import { shown } from '../../../limits.ts';
import { button, buttons } from '../../parts/button.ts';
import { cut } from '../../parts/inert.ts';
import type { Sentence } from '../../parts/sentence.ts';

/** What the places of the list want of the text and its sender. */
export function textProblems({ textProblems: problems }: Pick<Preview, 'textProblems'>): Sentence[] {
  if (problems.length === 0) return [];
  return [
    ...problems.map(
      ({ sentence, code }, at): Sentence => [
        ...(code && at === 0 ? [{ bold: 'It cannot go out like this: ' }] : []),
        cut(sentence, shown.reason),
      ],
    ),
    ['The rules that we know are not legal advice.'],
  ];
}

/** Each adds to the message, with one press, what is missing in it. */
export function addButtons({
  campaign,
  textProblems: problems,
}: Pick<Preview, 'campaign' | 'textProblems'>): ActionsBlock | null {
  const ofKind = (what: 'way_out' | 'name', action: string) => {
    const add = problems.find((problem) => problem.add?.what === what)?.add;
    return add ? button({ label: `Add “${add.text}”`, action, value: campaign.id }) : null;
  };
  return buttons([ofKind('way_out', actions.addWayOut), ofKind('name', actions.addName)]);
}
