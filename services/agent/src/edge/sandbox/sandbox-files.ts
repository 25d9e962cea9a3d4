import { constants } from 'node:fs';
import { lstat, open, opendir, readlink, realpath } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { FILE_LIST_MAX, FILE_READ_BYTES_MAX } from '@parley/common/contract';
import type { FileAnswer, FileEntry, FileProblemKind, FileQuery } from '@parley/common/contract';
import type { WallMs } from '@parley/common/kernel';
import type { SandboxKey } from '../../domain/launches';
import type { SandboxFiles } from '../../ports';
import type { Sandboxes } from './sandboxes';

/** Why a question about files has no other answer. */
class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    readonly kind: FileProblemKind,
    message: string,
  ) {
    super(message);
  }
}

type ReadQuery = Extract<FileQuery, { query: 'read-file' }>;

/** Lists and reads the files of sandboxes. Whatever a task puts there, nothing outside of its sandbox is ever shown. */
export function sandboxFiles(sandboxes: Sandboxes): SandboxFiles {
  return {
    query: (sandbox, query, reply) => {
      answer(sandboxes, sandbox, query).then(reply, (error: unknown) => {
        reply(toAnswer(error, query.path));
      });
    },
  };
}

async function answer(sandboxes: Sandboxes, sandbox: SandboxKey, query: FileQuery): Promise<FileAnswer> {
  // Only what is above all sandboxes may be reached through links: a task can put a link in the place of its own.
  const root = join(await realpath(sandboxes.root), relative(sandboxes.root, sandboxes.pathOf(sandbox)));
  if (query.path.includes('\0')) throw new FileProblem('not-found', 'a path cannot hold a zero byte');
  const path = join(root, query.path);
  requireInside(root, path);
  return query.query === 'list-files' ? listFiles(root, path) : readFile(root, path, query);
}

async function listFiles(root: string, path: string): Promise<FileAnswer> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NONBLOCK);
  try {
    const { held, real } = await whereIs(root, folder);
    const entries: FileEntry[] = [];
    let truncated = false;
    for await (const { name } of await opendir(held)) {
      if (entries.length >= FILE_LIST_MAX) {
        truncated = true;
        break;
      }
      const entry = await entryOf(join(held, name), relative(root, join(real, name)));
      if (entry !== undefined) entries.push(entry);
    }
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { answer: 'files', entries, truncated };
  } finally {
    await folder.close();
  }
}

/** A file that is removed while it is being listed is simply not there. */
async function entryOf(at: string, path: string): Promise<FileEntry | undefined> {
  const found = await lstat(at).catch(() => undefined);
  if (found === undefined) return undefined;
  const modifiedAt = Math.floor(found.mtimeMs) as WallMs;
  return { path, sizeBytes: found.size, directory: found.isDirectory(), modifiedAt };
}

async function readFile(root: string, path: string, query: ReadQuery): Promise<FileAnswer> {
  // Without blocking: opening a pipe would wait for somebody to write to it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    await whereIs(root, file);
    return await readOpen(file, query);
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle, query: ReadQuery): Promise<FileAnswer> {
  const found = await file.stat();
  if (!found.isFile()) throw new FileProblem('not-a-file', `${query.path} is no plain file`);
  const length = Math.min(Math.max(0, query.lengthMax), FILE_READ_BYTES_MAX, Math.max(0, found.size - query.offset));
  const buffer = new Uint8Array(length);
  const { bytesRead } = length === 0 ? { bytesRead: 0 } : await file.read(buffer, 0, length, query.offset);
  return { answer: 'data', data: buffer.subarray(0, bytesRead), sizeBytes: found.size };
}

/** What was opened is asked for its path, since a link may be changed between two looks at the same name. `held` leads to it for sure. */
async function whereIs(root: string, opened: FileHandle): Promise<{ readonly held: string; readonly real: string }> {
  const held = `/proc/self/fd/${String(opened.fd)}`;
  const real = await readlink(held);
  requireInside(root, real);
  return { held, real };
}

function requireInside(root: string, path: string): void {
  if (path === root || path.startsWith(root + sep)) return;
  throw new FileProblem('outside-sandbox', 'the path leads out of the sandbox');
}

function toAnswer(error: unknown, path: string): FileAnswer {
  if (error instanceof FileProblem) return problem(error.kind, error.message);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENAMETOOLONG') return problem('not-found', `${path} does not exist`);
  if (code === 'ENOTDIR') return problem('not-found', `${path} is not a directory, or lies in something that is none`);
  return problem('unreadable', `${path} cannot be read (${String(code ?? error)})`);
}

function problem(kind: FileProblemKind, message: string): FileAnswer {
  return { answer: 'file-problem', kind, message };
}
