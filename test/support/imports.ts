import { glob, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** What one file of the project imports, types too: files as paths from the project's root, packages by their names. */
export type Imports = { file: string; files: string[]; packages: string[] };

/** The imports of every code file below these folders of the project. */
export async function readImports(folders: readonly string[]): Promise<Imports[]> {
  const found: Imports[] = [];
  for await (const file of glob(
    folders.map((folder) => `${folder}/**/*.ts`),
    // What `bench/` compares with is installed below it.
    { cwd: projectRoot, exclude: ['**/node_modules/**'] },
  )) {
    found.push(importsOf(file, await readFile(join(projectRoot, file), 'utf8')));
  }
  return found.sort((a, b) => a.file.localeCompare(b.file));
}

export function importsOf(file: string, source: string): Imports {
  const specifiers = new Set<string>();
  for (const pattern of [staticImport, lateImport]) {
    for (const [, specifier] of source.matchAll(pattern)) specifiers.add(specifier!);
  }
  const isOurs = (specifier: string) => specifier.startsWith('.');
  return {
    file,
    files: [...specifiers].filter(isOurs).map((specifier) => join(dirname(file), specifier)),
    packages: [...specifiers].filter((specifier) => !isOurs(specifier)),
  };
}

/** The formatter puts each of them at the start of a line, and a list of names inside one pair of braces. */
const staticImport = /^(?:import|export)\s(?:[\w\s,*]*(?:\{[^}]*\})?\s*from\s)?'([^']+)'/gm;
/** A thread, a process or a part that is loaded later is part of the program as well. */
const lateImport = /\b(?:import|new URL)\(\s*'(\.[^']+\.[jt]s)'/g;

/** Every circle of files, each as the files of one strongly connected part. */
export function circlesOf(imports: readonly Imports[]): string[][] {
  const edges = new Map(imports.map(({ file, files }) => [file, files]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(next)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const part = open.splice(open.indexOf(file));
    if (part.length > 1 || edges.get(file)?.includes(file)) circles.push(part.sort());
  }

  for (const { file } of imports) if (!order.has(file)) visit(file);
  return circles;
}
