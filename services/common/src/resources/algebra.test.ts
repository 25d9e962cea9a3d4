import { addResources, containsResources, ResourcesShort, subtractResources, sumResources } from './algebra';
import { NO_RESOURCES, resources, scalarMilli } from './resources';
import { formatResources, parseResources } from './text';
import type { Resources } from './resources';

/** Resources from their text form, which must be sound. */
function of(text: string): Resources {
  const parsed = parseResources(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('; '));
  return parsed.resources;
}

test('a tenth and two tenths without three tenths is exactly nothing', () => {
  expect(subtractResources(addResources(of('cpus:0.1'), of('cpus:0.2')), of('cpus:0.3'))).toEqual(NO_RESOURCES);
});

test('given a machine with 4 cores and 4 GB, when two tasks take their share, then exactly the rest is left', () => {
  const machine = of('cpus:4;mem:4096');

  const rest = subtractResources(subtractResources(machine, of('cpus:2;mem:1024')), of('cpus:1;mem:2048'));

  expect(formatResources(rest)).toBe('cpus:1;mem:1024');
});

test('given a range of ports, when some from its middle are taken and given back, then it splits and heals', () => {
  const all = of('ports:[31000-32000,33000-33010]');
  const taken = of('ports:[31500-31500,32000-32000,33000-33009]');

  const rest = subtractResources(all, taken);

  expect(formatResources(rest)).toBe('ports:[31000-31499,31501-31999,33010-33010]');
  expect(addResources(rest, taken)).toEqual(all);
});

test.each([
  ['cpus:1', 'cpus:1.001', 'cpus'],
  ['mem:1', 'cpus:1', 'cpus'],
  ['ports:[1-5,7-9]', 'ports:[5-7]', 'ports'],
  ['zones:{a}', 'zones:{a,b}', 'zones'],
])('given %p, when %p is taken from it, then that is refused and names %p', (held, taken, name) => {
  expect(containsResources(of(held), of(taken))).toBe(false);
  expect(() => subtractResources(of(held), of(taken))).toThrow(new ResourcesShort(name));
});

test('sums unite what several machines hold', () => {
  const total = sumResources([of('cpus:1;ports:[1-5]'), of('cpus:2;ports:[6-9];zones:{b}'), of('zones:{a};mem:1')]);

  expect(formatResources(total)).toBe('cpus:3;mem:1;ports:[1-9];zones:{a,b}');
  expect(scalarMilli(total, 'cpus')).toBe(3000);
  expect(scalarMilli(total, 'gpus')).toBe(0);
});

test('a repeated name adds up, zero and empty vanish, and unsound quantities are refused', () => {
  const made = resources({
    scalars: [
      ['cpus', 1],
      ['cpus', 2],
      ['mem', 0],
    ],
    ranges: { ports: [] },
    sets: { zones: [] },
  });

  expect(formatResources(made)).toBe('cpus:0.003');
  expect(() => resources({ scalars: { cpus: -1 } })).toThrow(RangeError);
  expect(() => resources({ scalars: { cpus: Number.NaN } })).toThrow(RangeError);
  expect(() => resources({ ranges: { ports: [{ begin: 2, end: 1 }] } })).toThrow(RangeError);
});
