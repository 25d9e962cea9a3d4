import type { Attribute, OfferConstraint } from '../contract';
import { compileConstraints, validateConstraints } from './constraints';
import type { ConstraintSubject } from './constraints';

type Predicate = OfferConstraint['predicate'];
type Selector = OfferConstraint['selector'];

const AGENT: ConstraintSubject = {
  hostname: 'host-1',
  domain: { region: 'eu', zone: 'eu-1' },
  attributes: [
    { kind: 'text', name: 'rack', text: 'r1' },
    { kind: 'text', name: 'rack', text: 'r2' },
    { kind: 'scalar', name: 'level', milli: 3000 },
    { kind: 'ranges', name: 'slots', ranges: [{ begin: 1, end: 2 }] },
  ],
};

const attribute = (name: string): Selector => ({ select: 'attribute', name });

function holds(selector: Selector, predicate: Predicate, agent = AGENT): boolean {
  return compileConstraints([[{ selector, predicate }]])(agent);
}

const EVERY_PREDICATE: readonly Predicate[] = [
  { test: 'exists' },
  { test: 'not-exists' },
  { test: 'equals', text: 'r1' },
  { test: 'not-equals', text: 'r1' },
  { test: 'matches', pattern: 'r[0-9]' },
  { test: 'not-matches', pattern: 'r[0-9]' },
];

test.each<[string, string, readonly boolean[]]>([
  ['is there as a text, the first of that name', 'rack', [true, false, true, false, true, false]],
  ['is there as a number', 'level', [true, false, true, true, true, true]],
  ['is there as ranges', 'slots', [true, false, true, true, true, true]],
  ['is not there', 'colour', [false, true, false, true, false, true]],
])(
  'given an attribute that %s, when each predicate is tried, then it answers as documented',
  (_how, name, expected) => {
    expect(EVERY_PREDICATE.map((predicate) => holds(attribute(name), predicate))).toEqual(expected);
  },
);

test('given the second attribute of a name, when it would match, then only the first counts', () => {
  expect(holds(attribute('rack'), { test: 'equals', text: 'r2' })).toBe(false);
});

test.each<[Selector['select'] & ('hostname' | 'region' | 'zone'), string]>([
  ['hostname', 'host-1'],
  ['region', 'eu'],
  ['zone', 'eu-1'],
])('given the %s, when it is compared, then it is a text like any other', (select, text) => {
  expect(holds({ select }, { test: 'equals', text })).toBe(true);
  expect(holds({ select }, { test: 'matches', pattern: `${text.slice(0, 1)}.*` })).toBe(true);
  expect(holds({ select }, { test: 'matches', pattern: text.slice(0, 1) })).toBe(false);
});

test('given an agent that does not say where it stands, when region or zone are asked for, then they are missing; a host name never is', () => {
  const nowhere = { ...AGENT, domain: undefined };

  for (const select of ['region', 'zone'] as const) {
    expect(holds({ select }, { test: 'exists' }, nowhere)).toBe(false);
    expect(holds({ select }, { test: 'not-equals', text: 'eu' }, nowhere)).toBe(true);
  }
  expect(holds({ select: 'hostname' }, { test: 'exists' }, nowhere)).toBe(true);
});

test('given groups, when an agent is tried, then all constraints of at least one group must hold; without groups every agent passes', () => {
  const rack = (text: string): OfferConstraint => ({
    selector: attribute('rack'),
    predicate: { test: 'equals', text },
  });
  const level: OfferConstraint = { selector: attribute('level'), predicate: { test: 'exists' } };
  const colour: OfferConstraint = { selector: attribute('colour'), predicate: { test: 'exists' } };

  expect(compileConstraints([])(AGENT)).toBe(true);
  expect(compileConstraints([[rack('r9')], [rack('r1'), level]])(AGENT)).toBe(true);
  expect(compileConstraints([[rack('r9')], [rack('r1'), colour]])(AGENT)).toBe(false);
});

test('given unsound groups, when they are checked, then every fault is told with its field, and no agent matches an unsound pattern', () => {
  const text: Attribute['name'] = 'x'.repeat(1_025);
  const groups: readonly (readonly OfferConstraint[])[] = [
    [],
    [
      { selector: attribute(''), predicate: { test: 'exists' } },
      { selector: { select: 'zone' }, predicate: { test: 'equals', text } },
      { selector: attribute('rack'), predicate: { test: 'matches', pattern: '(' } },
    ],
  ];

  expect(validateConstraints(groups, 'groups').map(({ field }) => field)).toEqual([
    'groups[0]',
    'groups[1].constraints[0].attribute',
    'groups[1].constraints[1].text',
    'groups[1].constraints[2].text',
  ]);
  expect(holds(attribute('rack'), { test: 'matches', pattern: '(' })).toBe(false);
});

test('given more than the limits allow, when groups are checked, then one problem says so', () => {
  const constraint: OfferConstraint = { selector: { select: 'zone' }, predicate: { test: 'exists' } };
  const group = Array.from({ length: 33 }, () => constraint);

  expect(validateConstraints([group], 'groups')).toEqual([
    { field: 'groups[0]', message: 'must hold at most 32 constraints' },
  ]);
  expect(
    validateConstraints(
      group.map((each) => [each]),
      'groups',
    ),
  ).toEqual([{ field: 'groups', message: 'must be at most 32 groups' }]);
});
