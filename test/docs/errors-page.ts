import { STREAM_ENDS } from '@parley/common/rpc';
import { CALL_REFUSALS, FILE_PROBLEMS, OPERATOR_REFUSALS, STREAM_ERRORS } from '@parley/framework-gateway/refusals';
import type { RefusalRow } from '@parley/framework-gateway/refusals';
import { REJECTIONS } from '@parley/master/rejections';
import type { RejectionRow } from '@parley/master/rejections';

const OPENING = `# Errors

What a client can be told, and what to do about it. Clients switch on the reason, never on the text. A framework sees reasons in the results of its calls and, when its stream ends for good, in the ERROR event, whose reason the status repeats; an
operator sees them in the \`parley-reason\` metadata of the status. Retry by the status code alone: UNAVAILABLE always, with back-off; RESOURCE_EXHAUSTED slowly; ABORTED after reading again; nothing else.

This page is written from the services' own tables (\`npm run docs\`).
`;

/** docs/errors.md as the tables of the services would have it. */
export function errorsPage(): string {
  const rejections = Object.entries(REJECTIONS).map(([reason, row]): [string, RefusalRow] => [reason, sampleOf(row)]);
  return [
    OPENING,
    section('Refusals of the master', 'Results of calls, ends of streams and answers to operators.', rejections),
    section('Refusals of calls by the gateway', 'The call did not reach the master.', Object.entries(CALL_REFUSALS)),
    section(
      'Ends of streams by the gateway',
      'The ERROR event carries the reason in brackets.',
      Object.entries(STREAM_ERRORS).map(([name, row]): [string, RefusalRow] => [`${name} (${row.reason})`, row]),
    ),
    section(
      'Refusals of operators by the gateway',
      'The request did not reach the master. The reason in brackets is the one in the metadata.',
      Object.entries(OPERATOR_REFUSALS).map(([name, row]): [string, RefusalRow] => [`${name} (${row.reason})`, row]),
    ),
    section(
      'Files that are not shown',
      'Answers to ListFiles and ReadFile, with the gRPC status in brackets.',
      Object.entries(FILE_PROBLEMS).map(withStatus),
    ),
    section(
      'Ends of calls and streams',
      'In `parley-reason` of any call that ends other than well and has no reason of its own above, with the gRPC status in brackets.',
      Object.entries(STREAM_ENDS)
        .filter(([kind]) => kind !== 'ended')
        .map(withStatus),
    ),
  ].join('\n');
}

/** The row under its reason and the gRPC status that goes with it. */
function withStatus([reason, row]: readonly [string, RefusalRow & { readonly status: string }]): [string, RefusalRow] {
  return [`${reason} (${row.status})`, row];
}

function section(title: string, about: string, rows: readonly (readonly [string, RefusalRow])[]): string {
  const lines = rows.map(([reason, { message, remedy }]) => `| \`${reason}\` | ${message} | ${remedy} |\n`);
  return `## ${title}\n\n${about}\n\n| reason | what it means | what to do |\n|---|---|---|\n${lines.join('')}`;
}

/** A row's message with the names of its parts in place of values. */
function sampleOf(row: RejectionRow<never>): RefusalRow {
  return { message: row.message(placeholder('') as never), remedy: row.remedy };
}

/** Stands for any value: reads as its own name in braces, whatever is asked of it. */
function placeholder(name: string): unknown {
  return new Proxy(() => `{${name}}`, {
    get: (_, key) =>
      key === Symbol.toPrimitive ? () => `{${name}}` : placeholder(key === 'join' ? name : String(key)),
    apply: () => `{${name}}`,
  });
}
