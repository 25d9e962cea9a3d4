import { status } from '@grpc/grpc-js';
import type { StreamEnd } from '../actor';
import { REASON_KEY, endOf, statusOf } from './stream-status';

const reasonOf = (end: StreamEnd): unknown => statusOf(end).metadata?.get(REASON_KEY);

test('given why a stream ends, when it has a reason of its own, then that is in the metadata, and otherwise its kind', () => {
  expect(reasonOf({ kind: 'refused', message: 'no' })).toEqual(['refused']);
  expect(reasonOf({ kind: 'refused', reason: 'session-replaced', message: 'no' })).toEqual(['session-replaced']);
});

test.each([
  ['malformed', 'invalid', status.INVALID_ARGUMENT],
  ['refused', 'session-replaced', status.FAILED_PRECONDITION],
  ['overloaded', 'queries-full', status.RESOURCE_EXHAUSTED],
] as const)(
  'given an end as %s for the reason %s, when a client reads its status, then it is of that kind',
  (kind, reason, code) => {
    const ended = statusOf({ kind, reason, message: 'no' });

    expect(ended.code).toBe(code);
    expect(endOf(ended)).toEqual({ kind, message: 'no' });
  },
);
