import {
  checked,
  durationMs,
  field,
  hostPort,
  integer,
  list,
  oneOf,
  exposedWithoutProtection,
  insecureField,
  logLevelField,
  OTLP_ENDPOINT,
} from '@parley/common/config';
import type { ConfigOf, Parsed, Parser } from '@parley/common/config';
import { validateEntries } from '@parley/common/resources';
import { validateRoleName } from '@parley/common/roles';

import { POLICY_NAMES } from './domain/policies/policies';
import type { RolePriorities } from './domain/policies/strict-priority/strict-priority';
import { STARVATION_AFTER_MS } from './domain/starvation';

const PRIORITY_MAX = 1_000_000;
const priority = integer(-PRIORITY_MAX, PRIORITY_MAX);

/** Priorities by role, such as `prod=10,batch=-1`. */
const rolePriorities: Parser<RolePriorities> = Object.assign(
  (given: string): Parsed<RolePriorities> => {
    const read = new Map<string, number>();
    for (const part of given.trim() === '' ? [] : given.split(',')) {
      const [role, number, ...rest] = part.trim().split('=');
      const parsed = priority(number ?? '');
      if (
        role === undefined ||
        rest.length > 0 ||
        !parsed.ok ||
        validateRoleName(role) !== undefined ||
        read.has(role)
      ) {
        return { ok: false, expected: 'each role once with a whole number, such as prod=10,batch=-1' };
      }
      read.set(role, parsed.value);
    }
    return { ok: true, value: read };
  },
  {
    show: (priorities: RolePriorities) =>
      [...priorities].map(([role, number]) => `${role}=${String(number)}`).join(','),
  },
);

/** The name of a scalar resource, such as `gpus`: only those have shares. */
const scalarName: Parser<string> = (given) => {
  const [problem] = validateEntries([{ kind: 'scalar', name: given, milli: 1_000 }], 'resources');
  return problem === undefined
    ? { ok: true, value: given }
    : { ok: false, expected: `the name of a scalar resource, such as gpus, but ${problem.message}` };
};

/** Everything that can be set on an allocator. */
export const FIELDS = {
  listen: field({
    env: 'PARLEY_ALLOCATOR_LISTEN',
    flag: 'listen',
    fallback: { host: '127.0.0.1', port: 5070 },
    parse: hostPort,
    doc: 'Address on which masters reach the allocator; port 0 takes any free one.',
  }),
  policy: field({
    env: 'PARLEY_ALLOCATOR_POLICY',
    flag: 'policy',
    fallback: 'drf',
    parse: oneOf(POLICY_NAMES),
    doc: 'Who is served next: drf shares dominant resources fairly by weight; strict-priority serves roles of higher priority first; random draws lots by weight.',
  }),
  priorities: field({
    env: 'PARLEY_ALLOCATOR_PRIORITIES',
    flag: 'priorities',
    fallback: new Map<string, number>(),
    parse: rolePriorities,
    doc: 'Priorities of roles for strict-priority, the higher first; roles that are not listed have 0.',
  }),
  safetyPassMs: field({
    env: 'PARLEY_ALLOCATOR_SAFETY_PASS',
    flag: 'safety-pass',
    fallback: 1_000,
    parse: checked(durationMs, (ms) => (ms < 10 ? 'a duration of at least 10ms' : undefined)),
    doc: 'How often all agents are looked at although nothing is known to have changed.',
  }),
  fairnessExclude: field({
    env: 'PARLEY_ALLOCATOR_FAIRNESS_EXCLUDE',
    flag: 'fairness-exclude',
    fallback: [],
    parse: checked(list(scalarName), repeatedName),
    doc: 'Names of resources that do not count towards shares, such as gpus.',
  }),
  starvationAfterMs: field({
    env: 'PARLEY_ALLOCATOR_STARVATION_AFTER',
    flag: 'starvation-after',
    fallback: STARVATION_AFTER_MS,
    parse: checked(durationMs, (ms) => (ms < 1_000 ? 'a duration of at least 1s' : undefined)),
    doc: 'A role that wants offers and gets none for so long, although others do, is reported as starving.',
  }),
  graceMs: field({
    env: 'PARLEY_ALLOCATOR_SHUTDOWN_GRACE',
    flag: 'shutdown-grace',
    fallback: 2_000,
    parse: durationMs,
    doc: 'How long sessions may take to end when the allocator is stopped.',
  }),
  insecure: insecureField('PARLEY_ALLOCATOR_INSECURE', 'sees the cluster and can stop offers'),
  logLevel: logLevelField('PARLEY_ALLOCATOR_LOG_LEVEL'),
  otlpEndpoint: OTLP_ENDPOINT,
};

/** The settings of one allocator process. */
export type AllocatorConfig = ConfigOf<typeof FIELDS>;

/** Rules between settings; each says what is wrong and what to do, or nothing. */
export const CHECKS: readonly ((config: AllocatorConfig) => string | undefined)[] = [
  (config) => exposedWithoutProtection(config, 'could pose as a master'),
  prioritiesWithoutUse,
];

function repeatedName(names: readonly string[]): string | undefined {
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  return repeated === undefined ? undefined : `each name once, but ${repeated} is repeated`;
}

function prioritiesWithoutUse({ policy, priorities }: AllocatorConfig): string | undefined {
  if (policy === 'strict-priority' || priorities.size === 0) return undefined;
  return `--priorities: policy ${policy} knows no priorities; leave them out, or choose --policy=strict-priority`;
}
