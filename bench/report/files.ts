import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performancePage } from './markdown.ts';
import { svgOf } from './pictures.ts';
import { merged, type RunResult } from './result.ts';

const root = resolve(import.meta.dirname, '../..');
const pictureFolder = join(root, 'docs/performance');
const figuresFile = join(pictureFolder, 'figures.json');

/** The last run, for whoever wants to look at it; not checked in. */
export async function keepLatest(run: RunResult): Promise<string> {
  const folder = join(root, 'bench/results');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'latest.json');
  await writeFile(file, `${JSON.stringify(run, null, 1)}\n`);
  return file;
}

/** What is checked in: the figures, the page that shows them, and its pictures. */
export async function writeDocuments(run: RunResult, order: readonly string[]): Promise<void> {
  await mkdir(pictureFolder, { recursive: true });
  const kept = await readFile(figuresFile, 'utf8').then(
    (text) => JSON.parse(text) as RunResult,
    () => undefined,
  );
  const whole = merged(kept, run);
  await writeFile(figuresFile, `${JSON.stringify(whole, null, 1)}\n`);
  await writeFile(join(root, 'docs/performance.md'), performancePage(whole, order));
  for (const name of await readdir(pictureFolder)) if (name.endsWith('.svg')) await rm(join(pictureFolder, name));
  for (const section of whole.sections) {
    const pictures = 'figures' in section ? (section.figures.pictures ?? []) : [];
    for (const picture of pictures) await writeFile(join(pictureFolder, `${picture.name}.svg`), svgOf(picture));
  }
}
