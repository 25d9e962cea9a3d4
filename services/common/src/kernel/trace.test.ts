import { childTraceparent, NumberedTraces, rootTraceparent } from './trace';

const FORM = /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/;

test('a root and its steps share the trace and differ in their span', () => {
  const root = rootTraceparent('1-5/7');
  const child = childTraceparent(root, 'offer');

  expect(root).toMatch(FORM);
  expect(child).toMatch(FORM);
  expect(child.split('-')[1]).toBe(root.split('-')[1]);
  expect(child.split('-')[2]).not.toBe(root.split('-')[2]);
});

test('the same name gives the same context, so that cores need no chance', () => {
  expect(rootTraceparent('1-5/7')).toBe(rootTraceparent('1-5/7'));
  expect(rootTraceparent('1-5/7')).not.toBe(rootTraceparent('1-5/8'));
});

test('ten thousand names give ten thousand traces', () => {
  const traces = new Set(Array.from({ length: 10_000 }, (_, n) => rootTraceparent(`1-5/${String(n)}`).split('-')[1]));

  expect(traces.size).toBe(10_000);
});

test('numbered traces are well formed, the same for the same name and number, and never two alike', () => {
  const numbers = [...Array.from({ length: 10_000 }, (_, n) => n), 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
  const [first, again, other] = [new NumberedTraces('1-5/7'), new NumberedTraces('1-5/7'), new NumberedTraces('1-5/8')];
  const made = numbers.map((number) => first.of(number));

  expect(made.filter((context) => !FORM.test(context))).toEqual([]);
  expect(new Set(made.map((context) => context.split('-')[1])).size).toBe(numbers.length);
  expect(new Set(made.map((context) => context.split('-')[2])).size).toBe(numbers.length);
  expect(numbers.map((number) => again.of(number))).toEqual(made);
  expect(other.of(7).split('-')[1]?.slice(0, 16)).not.toBe(first.of(7).split('-')[1]?.slice(0, 16));
  expect(childTraceparent(first.of(7), 'offer').slice(0, 36)).toBe(first.of(7).slice(0, 36));
});

test('what is not traced stays so, and a malformed context is treated as none', () => {
  expect(childTraceparent('', 'offer')).toBe('');
  expect(childTraceparent('rubbish', 'offer')).toBe('');
});
