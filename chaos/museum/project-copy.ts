import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Bug } from './bug.ts';

export const project = new URL('../..', import.meta.url).pathname;

const copied = [
  'src',
  'test',
  'chaos',
  'playground',
  'start.js',
  'package.json',
  'package-lock.json',
  'vitest.config.ts',
  'tsconfig.json',
  'manifest.yml',
  'docs/openapi.yaml',
];

/** A copy of the project to be spoilt, with the project's own packages. */
export async function copyProject(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-museum-'));
  for (const name of copied) await cp(join(project, name), join(folder, name), { recursive: true });
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Brings the bug into that folder. Rejects, naming the patch, when the code is no longer what it patches. */
export async function applyBug(bug: Bug, folder: string): Promise<void> {
  for (const patch of bug.patches) {
    const path = join(folder, patch.file);
    await writeFile(path, patched(bug.name, await readFile(path, 'utf8'), patch));
  }
}

/** The patched files' texts, by file; writes nothing. */
export async function patchedFiles(bug: Bug, folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const patch of bug.patches) {
    const text = texts.get(patch.file) ?? (await readFile(join(folder, patch.file), 'utf8'));
    texts.set(patch.file, patched(bug.name, text, patch));
  }
  return texts;
}

function patched(name: string, text: string, { file, find, put }: Bug['patches'][number]): string {
  const times = text.split(find).length - 1;
  if (times === 1) return text.replace(find, () => put);
  const where = `${basename(file)} has ${times} places that read: ${find.trim()}`;
  throw new Error(`The patch “${name}” does not apply: ${where}. Fix it in chaos/museum/.`);
}
