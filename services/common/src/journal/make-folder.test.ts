import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './file-journal';
import { JournalUnusable } from './journal-errors';
import { makeFolder } from './make-folder';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'parley-folder-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test('given folders that are missing, when one is made, then those above are made too, and making it again changes nothing', () => {
  makeFolder(join(root, 'a', 'b', 'c'));
  makeFolder(join(root, 'a', 'b', 'c'));

  expect(statSync(join(root, 'a', 'b', 'c')).isDirectory()).toBe(true);
});

test('given a link to a folder, when it is to be made, then it is there already', () => {
  symlinkSync(root, join(root, 'link'));

  makeFolder(join(root, 'link', 'below'));

  expect(statSync(join(root, 'below')).isDirectory()).toBe(true);
});

test.each([
  ['below a file', 'file/below', 'ENOTDIR'],
  ['in the place of a file', 'file', 'EEXIST'],
  ['in the place of a link that leads nowhere', 'dangling', 'EEXIST'],
])('given a folder %s, when it is to be made, then it is refused', (_, path, code) => {
  writeFileSync(join(root, 'file'), '');
  symlinkSync(join(root, 'nowhere'), join(root, 'dangling'));

  expect(() => {
    makeFolder(join(root, path));
  }).toThrow(code);
});

test('given a folder below /proc, where none can be made, when it is to be made, then it is refused and not tried for ever', async () => {
  const codec = { encode: (text: string) => text, decode: () => '' };
  const options = { codec, snapshot: () => [], compactAfterBytes: 1_000_000 };

  expect(() => {
    makeFolder('/proc/parley/agent');
  }).toThrow('ENOENT');
  await expect(openJournal({ directory: '/proc/parley/agent', ...options })).rejects.toThrow(JournalUnusable);
});
