import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROTOS = join(__dirname, '..', '..', 'protos', 'parley');

/** A value of an enum or a field, with what its comment says. */
export interface ProtoMember {
  readonly name: string;
  readonly number: string;
  /** In one line. */
  readonly comment: string;
}

/** The members of the first block of a proto that begins with `block`, such as `enum RefusalReason` or `oneof item`. */
export function membersOf(file: string, block: string): readonly ProtoMember[] {
  const text = readFileSync(join(PROTOS, file), 'utf8');
  const begin = text.indexOf(`${block} {`);
  if (begin === -1) throw new Error(`${file} has no ${block}`);
  const members: ProtoMember[] = [];
  let comment: string[] = [];
  for (const line of text.slice(begin, text.indexOf('}', begin)).split('\n').slice(1)) {
    const said = /^\s*\/\/ ?(.*)$/.exec(line)?.[1];
    const member = /^\s*(?:[\w.]+ )?(\w+) = (\d+);/.exec(line);
    if (said !== undefined) comment.push(said);
    if (member === null) continue;
    members.push({ name: member[1] ?? '', number: member[2] ?? '', comment: comment.join(' ') });
    comment = [];
  }
  return members;
}
