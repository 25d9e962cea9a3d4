import type { OperatorAnswer, OperatorQuery } from '@parley/common/contract';
import { isLastAnswer, OperatorBook } from './operator-book';

const DONE: OperatorAnswer = { answer: 'done', deferred: false };
const REFUSED: OperatorAnswer = { answer: 'refused', reason: 'r', message: 'm', remedy: 'r', problems: [] };
const SCOPE = { frameworkId: undefined, role: undefined, agentId: undefined };

const explained = (last: boolean): OperatorAnswer => ({ answer: 'explained', explanations: [], notes: [], last });
const shares = (last: boolean): OperatorAnswer => ({ answer: 'shares', roles: [], frameworks: [], notes: [], last });

test.each<readonly [OperatorQuery, OperatorAnswer, boolean]>([
  [{ query: 'explain-offers', ...SCOPE }, explained(false), false],
  [{ query: 'explain-offers', ...SCOPE }, explained(true), true],
  [{ query: 'explain-offers', ...SCOPE }, REFUSED, true],
  [{ query: 'get-shares' }, shares(false), false],
  [{ query: 'get-shares' }, shares(true), true],
  [{ query: 'get-whitelist' }, { answer: 'whitelist', hostnames: undefined }, true],
  [{ query: 'get-maintenance' }, { answer: 'maintenance', windows: [], answers: [] }, true],
  [{ query: 'update-roles', updates: [], force: false }, DONE, true],
  [{ query: 'watch', resumeAfter: 0 }, { answer: 'state-end', version: 1, count: 0 }, false],
  [{ query: 'watch', resumeAfter: 0 }, REFUSED, true],
  [{ query: 'get-state' }, { answer: 'state', entries: [] }, false],
  [{ query: 'get-state' }, { answer: 'state-end', version: 1, count: 0 }, true],
])('given %p, when the answer is %p, then whether it is the last is %p', (query, answer, last) => {
  expect(isLastAnswer(query, answer)).toBe(last);
});

test('given as many open requests as may be, when one more comes, then it is refused until another is closed', () => {
  const book = new OperatorBook(1);

  expect(book.open(1, { query: 'get-shares' })).toBe(true);
  expect(book.open(2, { query: 'get-shares' })).toBe(false);
  expect(book.close(1)).toBe(true);
  expect(book.open(2, { query: 'get-shares' })).toBe(true);
  expect(book.closeAll()).toEqual([2]);
  expect(book.size).toBe(0);
});
