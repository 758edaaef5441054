import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { TypedWord } from '../../../../domain/place/read-persons-word.ts';
import type { TakenToBe } from '../../../../services/replies/lives-elsewhere.ts';
import { views } from '../../../ids.ts';
import { fieldText, formField, textInput } from '../../parts/form-field.ts';
import { plain } from '../../parts/message.ts';
import { lines, richText } from '../../parts/sentence.ts';
import { personName } from '../../words/person-name.ts';
import { takenToBe } from '../../words/places/place-of-person.ts';
import { type Card, cardWindow } from './from-card.ts';

/** "Lives elsewhere" on a card: where they say they live, in place of what their number and the lists say. */
export function livesElsewhere({ conversation, where, residence }: TakenToBe, card: Card): ModalView {
  const { state, country, zone } = residence?.word ?? {};
  return cardWindow({ id: views.livesElsewhere, title: 'Lives elsewhere', submit: 'Set' }, card, [
    richText(lines([personName(conversation), ...takenToBe({ where, residence }), '.'])),
    formField(
      {
        field: 'livesIn',
        label: 'State or country',
        hint: 'As they said it: Colorado, US-CO or France.',
        optional: true,
      },
      textInput({ initial: state ?? country, max: 100 }),
    ),
    formField(
      {
        field: 'livesZone',
        label: 'Time zone',
        hint: 'Only if they named it: Mountain or America/Denver.',
        optional: true,
      },
      textInput({ initial: zone, max: 100 }),
    ),
    plain(
      residence
        ? 'It holds in every campaign. Empty both fields to go by their number and the lists again; campaigns that left them out meanwhile do not text them.'
        : 'It holds in every campaign, in place of what their number and the lists say. Where no rule is known, campaigns leave them out for good.',
    ),
  ]);
}

export function readLivesElsewhere(view: Pick<ViewOutput, 'state'>): TypedWord {
  return { livesIn: fieldText(view, 'livesIn'), zone: fieldText(view, 'livesZone') };
}
