import type { UploadedFile, ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { listLimits } from '../../../domain/list/read-list.ts';
import { importLimits } from '../../../services/replies/opt-outs/import-opt-outs.ts';
import { views } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { fieldValue, formField } from '../parts/form-field.ts';
import { lines, richText } from '../parts/sentence.ts';

/** Takes files of people who said no elsewhere: to the provider, in another program, on paper. */
export function importOptOutsModal(): ModalView {
  return {
    type: 'modal',
    callback_id: views.importOptOuts,
    title: words('Import opt-outs', limits.title),
    submit: words('Opt them out', limits.title),
    close: words('Not now', limits.title),
    blocks: [
      richText(
        lines(
          [
            'Nobody in these files is texted any more, in any campaign. Nobody is ever taken off the opt-outs by a file.',
          ],
          ['You get the result as a direct message, with every line that was not understood.'],
        ),
      ),
      formField(
        {
          field: 'file',
          label: 'Opt-outs (CSV files)',
          hint: `One number a line, with its country code; columns such as number, date, source. Up to ${importLimits.files} files of ${listLimits.megabytes} MB, ${importLimits.lines.toLocaleString('en-US')} lines in all.`,
        },
        { type: 'file_input', filetypes: ['csv', 'txt', 'tsv'], max_files: importLimits.files },
      ),
    ],
  };
}

export function readImportOptOuts(view: Pick<ViewOutput, 'state'>): UploadedFile[] {
  return (fieldValue(view, 'file')?.files ?? []) as UploadedFile[];
}
