import { compilePattern, PATTERN_BYTES_MAX, PATTERN_STEPS_MAX } from './pattern';

function problemOf(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return compiled.ok ? undefined : compiled.problem;
}

test.each([
  ['web-[0-9]+\\.example\\.com', 'web-17.example.com', 'xweb-17.example.com'],
  ['rack-(1|2|3)', 'rack-2', 'rack-22'],
  ['(?i)west.*', 'WEST-1', 'east'],
  ['[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '01234567-89ab-cdef-0123-456789abcdef', '0'],
  ['[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}', '10.0.0.1', '10.0.0'],
  ['\\p{Greek}+\\Q(\\E[]x]', 'αβ(]', 'αβ(y'],
  ['', '', 'x'],
])('given the pattern %p, when whole texts are matched, then %p matches and %p does not', (pattern, yes, no) => {
  const compiled = compilePattern(pattern);

  expect(compiled.ok && [compiled.matches(yes), compiled.matches(no)]).toEqual([true, false]);
});

test.each(['(', '[z-a]', '(?=x)', '(a)\\1', 'a{2}{3}'])('%p is no pattern, and the problem says so', (pattern) => {
  expect(problemOf(pattern)).toMatch(/^is no pattern in RE2 syntax/);
});

test.each([
  ['one long repetition', 'a{101}'],
  ['repetitions of repetitions', '((a{9}){9}){9}'],
  ['a large group, often', `((${'a'.repeat(900)}){31}){31}`],
  ['many large repetitions', '.{1000}'.repeat(146)],
  ['repetitions hidden behind quotes and classes', `\\Q(\\E[(](${'b'.repeat(300)}){30}`],
  ['nested groups with names', '(?P<a>(?:x{30}){30}){30}'],
  ['nested groups without end', `${'('.repeat(500)}${')'.repeat(500)}`],
])('given %s, when the pattern is compiled, then it is refused as too large', (_what, pattern) => {
  expect(problemOf(pattern)).toBe(
    `compiles to more than ${String(PATTERN_STEPS_MAX)} steps; make it shorter, above all its repetitions, or use several groups`,
  );
});

test('given a pattern that is too long, when it is compiled, then it is refused by its length', () => {
  expect(problemOf('a'.repeat(PATTERN_BYTES_MAX + 1))).toBe('must be at most 1024 bytes');
});

/** How often characters of a text are read while a pattern is matched; the matcher takes a list of bytes for a text as well. */
function readsOf(matches: (text: string) => boolean, text: string): number {
  let reads = 0;
  const counted = new Proxy([...Buffer.from(text)], {
    get: (bytes, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
      return Reflect.get(bytes, name) as unknown;
    },
  });
  expect(matches(counted as unknown as string)).toBe(false);
  return reads;
}

test.each(['(a+)+', '(a|a)*', '(a|aa)+', '(.*)*x', '([a-z]+)*[0-9]', '(a?){15}a{15}'])(
  'given the pattern %p that ruins matchers which backtrack, when texts are long, then each character is read a few times only',
  (pattern) => {
    const compiled = compilePattern(pattern);
    if (!compiled.ok) throw new Error(compiled.problem);

    for (const length of [1_000, 2_000, 4_000]) {
      const reads = readsOf(compiled.matches, `${'a'.repeat(length)}!`);
      expect(reads).toBeGreaterThan(0);
      expect(reads).toBeLessThanOrEqual(4 * (length + 1));
    }
  },
);

test('given very many texts, when a pattern is matched, then it answers the same to the last', () => {
  const compiled = compilePattern('rack-[0-9]+');

  for (let number = 0; number < 3_000; number += 1) {
    expect(compiled.ok && compiled.matches(`rack-${String(number)}`)).toBe(true);
    expect(compiled.ok && compiled.matches(`rock-${String(number)}`)).toBe(false);
  }
});
