import { ancestorsOf, isBelow, parentOf, validateRoleName } from './role-name';
import { weightOf, weightProblem } from './weights';

test.each(['*', 'eng', 'eng/backend', 'a/b/c', 'eng-1', 'ads.web', 'ümlaut', 'a*b'])('%p names a role', (name) => {
  expect(validateRoleName(name)).toBeUndefined();
});

test.each([
  ['', 'must not be empty; leave the role out for the default role "*"'],
  ['.', 'must not have "." as a level'],
  ['a/..', 'must not have ".." as a level'],
  ['-a', 'must not have a level that begins with "-"'],
  ['a/-b', 'must not have a level that begins with "-"'],
  ['/a', 'must not begin or end with "/"'],
  ['a/', 'must not begin or end with "/"'],
  ['a//b', 'must not contain "//"'],
  ['a b', 'must not contain white space, control characters or "\\"'],
  ['a\bb', 'must not contain white space, control characters or "\\"'],
  ['a/*', 'must not have "*" as a level; "*" stands alone'],
  ['*/a', 'must not have "*" as a level; "*" stands alone'],
  ['x'.repeat(256), 'must be at most 255 bytes'],
])('%p names no role', (name, problem) => {
  expect(validateRoleName(name)).toBe(problem);
});

test('given a nested role, when its place is asked for, then parents and ancestors are the levels above', () => {
  expect(parentOf('a/b/c')).toBe('a/b');
  expect(parentOf('a')).toBeUndefined();
  expect(ancestorsOf('a/b/c')).toEqual(['a/b', 'a']);
  expect(ancestorsOf('*')).toEqual([]);
});

test('a role lies below each of its ancestors and nothing else', () => {
  expect(isBelow('a/b', 'a')).toBe(true);
  expect(isBelow('a/b/c', 'a')).toBe(true);
  expect(isBelow('a', 'a')).toBe(false);
  expect(isBelow('ab', 'a')).toBe(false);
  expect(isBelow('a', 'a/b')).toBe(false);
});

test('a role without a weight weighs 1, and weights are greater than 0', () => {
  expect(weightOf(new Map([['eng', 2]]), 'eng')).toBe(2);
  expect(weightOf(new Map(), 'eng')).toBe(1);
  expect(weightProblem(0.5)).toBeUndefined();
  for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(weightProblem(weight)).toBeDefined();
});
