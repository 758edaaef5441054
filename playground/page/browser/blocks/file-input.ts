import type { ElementJson } from '../../../slack/block-json.ts';
import { type Child, h } from '../element.ts';
import { type ControlParts, heldValue } from './choice-elements.ts';
import type { BrowserFile } from './surface.ts';

/** A place to drop files into, or to choose them from the computer. */
export function fileInput(element: ElementJson, parts: ControlParts): Child {
  const { surface, ids } = parts;
  const held = heldValue(parts, 'files');
  const files: unknown[] = Array.isArray(held) ? held : [];
  const pick = (picked: Iterable<BrowserFile>) => surface.pickFiles(ids, picked);
  if (files.length > 0) return files.map((file) => chosenFile(file, files.length, parts));
  return h(
    'div.drop',
    {
      ondragover: (event: { preventDefault(): void }) => event.preventDefault(),
      ondrop: (event: { preventDefault(): void; dataTransfer: { files: Iterable<BrowserFile> } }) => {
        event.preventDefault();
        pick(event.dataTransfer.files);
      },
    },
    h('input', {
      ...parts.attributes,
      type: 'file',
      accept: (element.filetypes ?? []).map((ending) => `.${ending}`).join(','),
      multiple: (element.max_files ?? 10) > 1,
      onchange: ({ target }: { target: { files: Iterable<BrowserFile> } }) => pick(target.files),
    }),
    h('span.drop-words', {}, 'or drop a file here'),
  );
}

/** Of several files the button removes all: they were chosen together. */
function chosenFile(file: unknown, count: number, { surface, ids, attributes }: ControlParts): Child {
  const { name = 'file', size = 0 } = Object(file);
  const remove = count > 1 ? 'Remove all files' : `Remove ${name}`;
  return h(
    'div.file-chosen',
    { id: attributes.id },
    h('span.file-icon', { 'aria-hidden': 'true' }, ending(String(name))),
    h('span', {}, h('b', {}, String(name)), h('small', {}, fileSize(Number(size)))),
    h(
      'button.plain',
      { type: 'button', 'aria-label': remove, title: remove, onclick: () => surface.enter(ids, []) },
      '✕',
    ),
  );
}

/** "CSV"; the last one of several. */
function ending(name: string): string {
  return name.includes('.')
    ? name
        .slice(name.lastIndexOf('.') + 1)
        .slice(0, 4)
        .toUpperCase()
    : 'FILE';
}

/** "12.3 KB" */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
