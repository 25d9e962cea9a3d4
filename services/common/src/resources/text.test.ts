import { formatMilli, formatResources, parseResources } from './text';
import { NO_RESOURCES, resources } from './resources';

/** The problems of a text that must be refused. */
function problemsOf(text: string): readonly string[] {
  const parsed = parseResources(text);
  return parsed.ok ? [] : parsed.problems;
}

test('given the text of a whole machine, when it is read, then all quantities are there in thousandths', () => {
  const parsed = parseResources(' cpus : 2.5; mem:1024 ;ports:[33000-33010, 31000-32000];zones:{b,a};');

  expect(parsed).toEqual({
    ok: true,
    resources: resources({
      scalars: { cpus: 2500, mem: 1_024_000 },
      ranges: {
        ports: [
          { begin: 31_000, end: 32_000 },
          { begin: 33_000, end: 33_010 },
        ],
      },
      sets: { zones: ['a', 'b'] },
    }),
    names: ['cpus', 'mem', 'ports', 'zones'],
  });
});

test('given quantities of zero, when they are read, then nothing is there but the names are known', () => {
  expect(parseResources('gpus:0;ports:[];zones:{}')).toEqual({
    ok: true,
    resources: NO_RESOURCES,
    names: ['gpus', 'ports', 'zones'],
  });
  expect(parseResources('')).toEqual({ ok: true, resources: NO_RESOURCES, names: [] });
});

test('given reserved, revocable and shared resources, when they are read and written again, then nothing is lost and plain comes first', () => {
  const text =
    'cpus:1;cpus(eng):4;cpus(eng,eng/backend):0.5;cpus<revocable>:2;disk(eng)<shared:data-1>:100;ports(eng):[1-2];zones(a%2Cb)<revocable>:{x}';
  const parsed = parseResources(text.split(';').reverse().join(' ; ').replace('(eng,eng', ' ( eng , eng'));
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));

  expect(formatResources(parsed.resources)).toBe(text);
  expect([...parsed.names].sort()).toEqual(['cpus', 'disk', 'ports', 'zones']);
  expect([...parsed.resources.scalars.keys()].sort()).toEqual([
    'cpus',
    'cpus(eng)',
    'cpus(eng,eng/backend)',
    'cpus<revocable>',
    'disk(eng)<shared:data-1>',
  ]);
});

test('given resources in any order, when they are written, then cpus, mem, disk and ports lead and the rest follows by name', () => {
  const written = formatResources(
    resources({
      sets: { zones: ['b', 'a'] },
      ranges: { ports: [{ begin: 2, end: 2 }] },
      scalars: { gpus: 1000, disk: 5, apples: 100, mem: 10, cpus: 1050 },
    }),
  );

  expect(written).toBe('cpus:1.05;mem:0.01;disk:0.005;ports:[2-2];apples:0.1;gpus:1;zones:{a,b}');
});

test.each([
  ['cpus', 'resource 1 ("cpus"): expected name:quantity, such as cpus:2'],
  [
    'cpus:',
    'resource 1 ("cpus:"): expected a quantity such as 2 or 0.5, ranges such as [31000-32000] or a set such as {a,b}',
  ],
  [
    'cpus:NaN',
    'resource 1 ("cpus:NaN"): expected a quantity such as 2 or 0.5, ranges such as [31000-32000] or a set such as {a,b}',
  ],
  [
    'cpus:1e3',
    'resource 1 ("cpus:1e3"): expected a quantity such as 2 or 0.5, ranges such as [31000-32000] or a set such as {a,b}',
  ],
  ['cpus:-1', 'resource 1 ("cpus:-1"): a quantity must not be negative; write 0 or more'],
  ['cpus:0.1234', 'resource 1 ("cpus:0.1234"): a quantity has at most 3 decimals; round it, such as 0.125'],
  ['mem:9999999999999', 'resource 1 ("mem:9999999999999"): mem must be at most 10000000000'],
  ['gpus:0.5', 'resource 1 ("gpus:0.5"): gpus must be a whole number'],
  [':1', 'resource 1 (":1"): the name must not be empty'],
  [
    'a b:1',
    'resource 1 ("a b:1"): the name "a b" must begin with a letter or digit and hold only letters, digits and . _ / -',
  ],
  [
    'cpus(ads:4',
    'resource 1 ("cpus(ads:4"): "cpus(ads" is written in no known way; write it as cpus, cpus(eng), cpus(eng,eng/backend), cpus<revocable> or disk(eng)<shared:data-1>',
  ],
  [
    'cpus<spare>:4',
    'resource 1 ("cpus<spare>:4"): "cpus<spare>" is written in no known way; write it as cpus, cpus(eng), cpus(eng,eng/backend), cpus<revocable> or disk(eng)<shared:data-1>',
  ],
  ['cpus(*):4', 'resource 1 ("cpus(*):4"): cpus cannot be reserved for "*", which is everybody; write cpus alone'],
  [
    'cpus(-a):4',
    'resource 1 ("cpus(-a):4"): cpus is reserved for the role "-a", which must not have a level that begins with "-"',
  ],
  [
    'cpus(eng,ops):4',
    'resource 1 ("cpus(eng,ops):4"): cpus is reserved for eng and then for ops, which is not below it; refine it for a role such as eng/…',
  ],
  [
    'cpus(a,a/a,a/a/a,a/a/a/a,a/a/a/a/a,a/a/a/a/a/a,a/a/a/a/a/a/a,a/a/a/a/a/a/a/a,a/a/a/a/a/a/a/a/a):1',
    'resource 1 ("cpus(a,a/a,a/a/a,a/a/a/a,a/a/a/a/a,a/a/a/a/a/a,a/a/a/a/a/..."): cpus has 9 reservations, at most 8 are allowed',
  ],
  ['gpus(eng):0.5', 'resource 1 ("gpus(eng):0.5"): gpus must be a whole number'],
  ['ports(eng):1', 'resource 1 ("ports(eng):1"): ports must be ranges such as [31000-32000]'],
  ['ports(eng):[1-70000]', 'resource 1 ("ports(eng):[1-70000]"): ports holds 1-70000, a port is at most 65535'],
  [
    'ports<shared:p>:[1-2]',
    'resource 1 ("ports<shared:p>:[1-2]"): ports cannot be shared; only a quantity can, such as disk(eng)<shared:data-1>',
  ],
  [
    'disk<revocable><shared:a>:1',
    'resource 1 ("disk<revocable><shared:a>:1"): disk cannot be both shared and revocable; leave one of them out',
  ],
  ['cpus(eng):1;cpus( eng ):2', '"cpus(eng)" is given more than once; write its whole quantity once'],
  ['cpus:[1-2]', 'resource 1 ("cpus:[1-2]"): cpus must be a quantity such as 2 or 0.5'],
  ['ports:1', 'resource 1 ("ports:1"): ports must be ranges such as [31000-32000]'],
  ['ports:[1-2', 'resource 1 ("ports:[1-2"): the list of ranges must end with ], such as [31000-32000]'],
  ['ports:[1]', 'resource 1 ("ports:[1]"): "1" is no range; write two whole numbers such as 31000-32000'],
  ['ports:[2-1]', 'resource 1 ("ports:[2-1]"): ports holds 2-1, the first number must not be greater than the second'],
  ['ports:[1-70000]', 'resource 1 ("ports:[1-70000]"): ports holds 1-70000, a port is at most 65535'],
  ['ports:[1-5,5-9]', 'resource 1 ("ports:[1-5,5-9]"): ports lists 1-5 and 5-9, which overlap; list each number once'],
  ['zones:{a', 'resource 1 ("zones:{a"): the set must end with }, such as {a,b}'],
  ['zones:{a,a}', 'resource 1 ("zones:{a,a}"): zones lists "a" more than once; list each item once'],
  ['zones:{a,,b}', 'resource 1 ("zones:{a,,b}"): zones holds an empty item; remove it'],
  ['cpus:1;cpus:2', '"cpus" is given more than once; write its whole quantity once'],
])('given %p, when it is read, then the problem says where it is and what to do', (text, problem) => {
  expect(problemsOf(text)).toEqual([problem]);
});

test('given several faults, when the text is read, then every one is reported', () => {
  expect(problemsOf('cpus:x;mem:-1;ports:[a-b,9-3];cpus:1;disk:1;disk:2')).toHaveLength(4);
});

test('given far too many resources, when the text is read, then it is refused without a flood of problems', () => {
  expect(problemsOf('x;'.repeat(100_000))).toEqual(['holds 100001 resources, at most 256 are allowed']);
});

test('a scalar is written with as many decimals as it needs', () => {
  expect([0, 1, 10, 100, 1000, 1500, 123_456].map(formatMilli)).toEqual([
    '0',
    '0.001',
    '0.01',
    '0.1',
    '1',
    '1.5',
    '123.456',
  ]);
});
