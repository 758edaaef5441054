import { glob, readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';

describe('nothing that people do', () => {
  test('reaches past the doors: a service that does not ask who it is for is not among what listeners hold', async () => {
    const held = await Array.fromAsync(glob('src/services/**/*.ts'), async (file) => readFile(file, 'utf8'));
    const sumOf = (type: string) =>
      new RegExp(`export type ${type} = ([\\w\\s&]+);`).exec(held.join('\n'))![1]!.split(/\s*&\s*/);
    const [parts, groups] = [sumOf('CampaignDoors'), sumOf('GroupDoors')];
    expect(parts.length).toBeGreaterThan(5);
    const own = [
      'ReadingDoors',
      'ReportDoors',
      'HomeDoors',
      'ConversationDoors',
      'OutcomeDoors',
      'AnsweringDoors',
      'OptOuts',
      'ReminderDoors',
      'ApiKeyDoors',
      'SendingIn',
      'ApiCampaigns',
    ];
    for (const type of [...parts, ...groups, ...own]) {
      const source = held.find((text) => new RegExp(`export type ${type} = (?:\\w+ & )*\\{\\n`).test(text)) ?? '';
      const [, body = ''] =
        new RegExp(`export type ${type} = (?:\\w+ & )*\\{\\n([\\s\\S]*?)\\n\\};`).exec(source) ?? [];
      const methods = body
        .replace(/\/\*\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\n/gm, '')
        .split(/;\n(?= {2}\w)/)
        .map((method) => method.trim())
        .filter((method) => method !== '');
      expect(methods.length, type).toBeGreaterThan(0);
      expect(methods.filter((method) => !/\bby: UserId\b/.test(method))).toEqual([]);
    }
  });

  test('reads the store, or what the program reads for itself', async () => {
    const held = await readFile('src/slack/listeners/listener.ts', 'utf8');
    expect(held).not.toMatch(/Records|\bCampaigns\b|\bReports\b|\bInbox\b|\bStore\b/);
    const files = (await readdir('src/slack/listeners', { recursive: true })).filter((name) => name.endsWith('.ts'));
    for (const name of files) {
      const source = await readFile(`src/slack/listeners/${name}`, 'utf8');
      expect([name, /Records\b|\bstore\b|createCampaigns|createInbox|createReports/.test(source)]).toEqual([
        name,
        false,
      ]);
    }
  });
});
