import type { FileAnswer__Output } from '@parley/protos/internal/parley/master/v1/FileAnswer';
import type {
  FileProblem as WireFileProblem,
  FileProblem__Output,
} from '@parley/protos/internal/parley/master/v1/FileProblem';
import type { FileEntry__Output } from '@parley/protos/internal/parley/operator/v1/FileEntry';
import type {
  ListFilesRequest,
  ListFilesRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/ListFilesRequest';
import type {
  ListFilesResponse,
  ListFilesResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/ListFilesResponse';
import type {
  ReadFileRequest,
  ReadFileRequest__Output,
} from '@parley/protos/internal/parley/operator/v1/ReadFileRequest';
import type {
  ReadFileResponse,
  ReadFileResponse__Output,
} from '@parley/protos/internal/parley/operator/v1/ReadFileResponse';
import { FILE_READ_BYTES_MAX } from '../contract';
import type { FileAnswer, FileEntry, FileQuery } from '../contract';
import type { WallMs } from '../kernel';
import { MalformedMessage, unreachable } from '../kernel';
import { FILE_PROBLEM_KIND } from './enums';
import { bytes, flag, id, message, messages, natural, someText, text } from './readers';
import type { Wire } from './wire-form';

/** The question about a folder. */
export type ListFilesQuery = Extract<FileQuery, { query: 'list-files' }>;
/** The question about a file. */
export type ReadFileQuery = Extract<FileQuery, { query: 'read-file' }>;
/** What is in a folder. */
export type FilesAnswer = Extract<FileAnswer, { answer: 'files' }>;
/** What is in a file. */
export type DataAnswer = Extract<FileAnswer, { answer: 'data' }>;
type ProblemAnswer = Extract<FileAnswer, { answer: 'file-problem' }>;

/** A question about a folder, on the wire. */
export function encodeListFiles(query: ListFilesQuery): ListFilesRequest {
  return { frameworkId: query.frameworkId, taskId: query.taskId, path: query.path };
}

/** A question about a folder, off the wire. Where the path leads is the agent's to judge. */
export function decodeListFiles(wire: Wire<ListFilesRequest__Output>): ListFilesQuery {
  return {
    query: 'list-files',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    path: text(wire.path, 'path'),
  };
}

/** A question about a file, on the wire. */
export function encodeReadFile(query: ReadFileQuery): ReadFileRequest {
  return {
    frameworkId: query.frameworkId,
    taskId: query.taskId,
    path: query.path,
    offset: query.offset,
    lengthMax: query.lengthMax,
  };
}

/** A question about a file, off the wire. Where the path leads is the agent's to judge. */
export function decodeReadFile(wire: Wire<ReadFileRequest__Output>): ReadFileQuery {
  return {
    query: 'read-file',
    frameworkId: id(wire.frameworkId, 'framework_id'),
    taskId: id(wire.taskId, 'task_id'),
    path: text(wire.path, 'path'),
    offset: natural(wire.offset, 'offset'),
    lengthMax: natural(wire.lengthMax, 'length_max'),
  };
}

/** What is in a folder, on the wire. */
export function encodeFiles(answer: FilesAnswer): ListFilesResponse {
  return {
    entries: answer.entries.map((entry) => ({
      path: entry.path,
      sizeBytes: entry.sizeBytes,
      directory: entry.directory,
      modifiedAtMs: entry.modifiedAt,
    })),
    truncated: answer.truncated,
  };
}

/** What is in a folder, off the wire. */
export function decodeFiles(wire: Wire<ListFilesResponse__Output>): FilesAnswer {
  return {
    answer: 'files',
    entries: messages(wire.entries, 'entries', decodeFileEntry),
    truncated: flag(wire.truncated, 'truncated'),
  };
}

/** What is in a file, on the wire. */
export function encodeData(answer: DataAnswer): ReadFileResponse {
  return { data: answer.data, sizeBytes: answer.sizeBytes };
}

/** What is in a file, off the wire. */
export function decodeData(wire: Wire<ReadFileResponse__Output>): DataAnswer {
  return {
    answer: 'data',
    data: bytes(wire.data, 'data', FILE_READ_BYTES_MAX),
    sizeBytes: natural(wire.sizeBytes, 'size_bytes'),
  };
}

/** The members of a wire message that holds an answer about files. */
export function encodeFileAnswer(
  answer: FileAnswer,
): { files: ListFilesResponse } | { data: ReadFileResponse } | { fileProblem: WireFileProblem } {
  switch (answer.answer) {
    case 'files':
      return { files: encodeFiles(answer) };
    case 'data':
      return { data: encodeData(answer) };
    case 'file-problem':
      return { fileProblem: { kind: FILE_PROBLEM_KIND.toWire(answer.kind), message: answer.message } };
    default:
      return unreachable(answer, 'file answer');
  }
}

/** The answer about files that a wire message holds. */
export function decodeFileAnswer(wire: Wire<Omit<FileAnswer__Output, 'requestId'>>): FileAnswer {
  switch (wire.answer) {
    case 'files':
      return message(wire.files, 'files', decodeFiles);
    case 'data':
      return message(wire.data, 'data', decodeData);
    case 'fileProblem':
      return message(wire.fileProblem, 'file_problem', decodeFileProblem);
    case undefined:
    default:
      throw new MalformedMessage('answer', 'must be one of files, data, file_problem');
  }
}

function decodeFileEntry(wire: Wire<FileEntry__Output>): FileEntry {
  return {
    path: someText(wire.path, 'path'),
    sizeBytes: natural(wire.sizeBytes, 'size_bytes'),
    directory: flag(wire.directory, 'directory'),
    modifiedAt: natural(wire.modifiedAtMs, 'modified_at_ms') as WallMs,
  };
}

function decodeFileProblem(wire: Wire<FileProblem__Output>): ProblemAnswer {
  return {
    answer: 'file-problem',
    kind: FILE_PROBLEM_KIND.fromWire(wire.kind, 'kind'),
    message: text(wire.message, 'message'),
  };
}
