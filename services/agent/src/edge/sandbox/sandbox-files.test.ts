import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileAnswer, FileQuery } from '@parley/common/contract';
import { sandboxKey } from '../../testing/runtime-contract';
import { Sandboxes } from './sandboxes';
import { sandboxFiles } from './sandbox-files';

const KEY = sandboxKey(1);

describe('files of a sandbox', () => {
  let root: string;
  let sandbox: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'parley-files-'));
    sandbox = new Sandboxes(join(root, 'sandboxes')).make(KEY, Buffer.from('the data'));
    await writeFile(join(root, 'secret'), 'nobody may see this');
    await writeFile(join(sandbox, 'stdout'), '0123456789');
    await mkdir(join(sandbox, 'folder'));
    await writeFile(join(sandbox, 'folder', 'inner'), 'inside');
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const ask = async (query: FileQuery): Promise<FileAnswer> =>
    new Promise((resolve) => {
      sandboxFiles(new Sandboxes(join(root, 'sandboxes'))).query(KEY, query, resolve);
    });
  const list = async (path: string): Promise<FileAnswer> => ask({ query: 'list-files', ...KEY, path });
  const read = async (path: string, offset = 0, lengthMax = 100): Promise<FileAnswer> =>
    ask({ query: 'read-file', ...KEY, path, offset, lengthMax });

  test('given a sandbox, when it is listed, then its entries come by name with their sizes', async () => {
    const top = await list('');
    const folder = await list('/folder/');

    expect(top).toMatchObject({
      answer: 'files',
      truncated: false,
      entries: [
        { path: 'folder', directory: true },
        { path: 'stdout', sizeBytes: 10, directory: false },
        { path: 'task-data', sizeBytes: 8, directory: false },
      ],
    });
    expect(folder).toMatchObject({ answer: 'files', entries: [{ path: 'folder/inner', sizeBytes: 6 }] });
  });

  test('given a file, when parts of it are read, then each has the size of the whole, and none is past the end', async () => {
    expect(await read('stdout', 2, 3)).toEqual({
      answer: 'data',
      data: new Uint8Array(Buffer.from('234')),
      sizeBytes: 10,
    });
    expect(await read('stdout', 8, 100)).toEqual({
      answer: 'data',
      data: new Uint8Array(Buffer.from('89')),
      sizeBytes: 10,
    });
    expect(await read('stdout', 10, 5)).toEqual({ answer: 'data', data: new Uint8Array(0), sizeBytes: 10 });
    expect(await read('stdout', 1_000, 5)).toEqual({ answer: 'data', data: new Uint8Array(0), sizeBytes: 10 });
  });

  test('given ways out of the sandbox, when they are tried, then each is refused', async () => {
    await symlink(join(root, 'secret'), join(sandbox, 'link'));
    await symlink(root, join(sandbox, 'folder', 'up'));

    for (const path of ['link', 'folder/up/secret', '../../../../secret', 'folder/../../../..']) {
      expect(await read(path)).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
    }
    expect(await list('folder/up')).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
  });

  test('given a task that puts a link in the place of its sandbox, when files are asked for, then none outside is shown', async () => {
    await rm(sandbox, { recursive: true });
    await symlink(root, sandbox);

    expect(await read('secret')).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
    expect(await list('')).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
  });

  test('given a task that puts a link above its sandbox, when files are asked for, then those of another task are not shown', async () => {
    const other = join(dirname(dirname(sandbox)), 'other-task');
    await rename(dirname(sandbox), other);
    await symlink(other, dirname(sandbox));

    expect(await read('stdout')).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
    expect(await list('')).toMatchObject({ answer: 'file-problem', kind: 'outside-sandbox' });
  });

  test('given a work directory behind a link, when a sandbox is listed and read, then it is as any other', async () => {
    await rename(join(root, 'sandboxes'), join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, 'sandboxes'));

    expect(await list('folder')).toMatchObject({ answer: 'files', entries: [{ path: 'folder/inner', sizeBytes: 6 }] });
    expect(await read('stdout')).toMatchObject({ answer: 'data', sizeBytes: 10 });
  });

  test('given what is no plain file, when it is read, then the answer says so at once', async () => {
    execFileSync('mkfifo', [join(sandbox, 'pipe')]);

    expect(await read('pipe')).toMatchObject({ answer: 'file-problem', kind: 'not-a-file' });
    expect(await read('folder')).toMatchObject({ answer: 'file-problem', kind: 'not-a-file' });
    expect(await read('missing')).toMatchObject({ answer: 'file-problem', kind: 'not-found' });
    expect(await read('stdout/below')).toMatchObject({ answer: 'file-problem', kind: 'not-found' });
    expect(await list('stdout')).toMatchObject({ answer: 'file-problem', kind: 'not-found' });
    expect(await read('a\0b')).toMatchObject({ answer: 'file-problem', kind: 'not-found' });
  });
});
