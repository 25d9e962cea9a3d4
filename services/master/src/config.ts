import {
  anyText,
  boolean,
  checked,
  durationMs,
  field,
  formatHostPort,
  hostPort,
  integer,
  list,
  oneOf,
  text,
  exposedWithoutProtection,
  insecureField,
  logLevelField,
  OTLP_ENDPOINT,
} from '@parley/common/config';
import type { ConfigOf, HostPort, Parsed, Parser } from '@parley/common/config';
import { formatResources, parseResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import { validateRoleName, weightProblem } from '@parley/common/roles';
import type { RoleWeights } from '@parley/common/roles';
import { DEFAULT_SETTINGS } from './domain/settings';
import type { MasterSettings } from './domain/settings';

/** Groups of quantities parted by "|", such as `cpus:0.01|mem:32`: an offer holds at least one group whole. */
const resourceGroups: Parser<readonly Resources[]> = Object.assign(
  (given: string): Parsed<readonly Resources[]> => {
    const groups: Resources[] = [];
    for (const part of given.trim() === '' ? [] : given.split('|')) {
      const parsed = parseResources(part);
      if (!parsed.ok)
        return { ok: false, expected: `groups such as cpus:0.01|mem:32, but ${parsed.problems.join('; ')}` };
      groups.push(parsed.resources);
    }
    return { ok: true, value: groups };
  },
  { show: (groups: readonly Resources[]) => groups.map((group) => formatResources(group)).join('|') },
);

/** Weights by role, such as `a=2,b=0.5`. */
const roleWeights: Parser<RoleWeights> = Object.assign(
  (given: string): Parsed<RoleWeights> => {
    const weights = new Map<string, number>();
    for (const part of given.trim() === '' ? [] : given.split(',')) {
      const [role = '', number = '', ...rest] = part.trim().split('=');
      const weight = number.trim() === '' ? Number.NaN : Number(number);
      const unsound =
        rest.length > 0 ||
        weights.has(role) ||
        validateRoleName(role) !== undefined ||
        weightProblem(weight) !== undefined;
      if (unsound) return { ok: false, expected: 'each role once with a number greater than 0, such as a=2,b=0.5' };
      weights.set(role, weight);
    }
    return { ok: true, value: weights };
  },
  { show: (weights: RoleWeights) => [...weights].map(([role, weight]) => `${role}=${String(weight)}`).join(',') },
);

/** A part of 1, for shares. */
const share: Parser<number> = (given) => {
  const value = given.trim() === '' ? Number.NaN : Number(given);
  return value >= 0 && value <= 1 ? { ok: true, value } : { ok: false, expected: 'a number from 0 to 1, such as 0.05' };
};

/** No timer of the master makes sense below this. */
const atLeast10Ms = checked(durationMs, (ms) => (ms < 10 ? 'a duration of at least 10ms' : undefined));

/** Everything that can be set on a master. */
export const FIELDS = {
  listen: field({
    env: 'PARLEY_MASTER_LISTEN',
    flag: 'listen',
    fallback: { host: '127.0.0.1', port: 5050 },
    parse: hostPort,
    doc: 'Address on which agents, gateways and other masters reach this master; port 0 takes any free one.',
  }),
  advertise: field({
    env: 'PARLEY_MASTER_ADVERTISE',
    flag: 'advertise',
    fallback: undefined,
    parse: hostPort,
    doc: 'Address that peers are told to dial while this master leads; by default the one it listens on.',
  }),
  allocator: field({
    env: 'PARLEY_MASTER_ALLOCATOR',
    flag: 'allocator',
    fallback: undefined,
    parse: hostPort,
    doc: 'Address of the allocator. Without one nothing is offered.',
  }),
  clusterId: field({
    env: 'PARLEY_MASTER_CLUSTER_ID',
    flag: 'cluster-id',
    fallback: undefined,
    parse: text,
    doc: 'Cluster this master belongs to; a registry of any other is refused. By default whatever the registry says, or a new one.',
  }),
  coordination: field({
    env: 'PARLEY_MASTER_COORDINATION',
    flag: 'coordination',
    fallback: 'standalone',
    parse: oneOf(['standalone', 'etcd']),
    doc: 'standalone: one master with its registry in --data-dir. etcd: any number of masters, one of which leads.',
  }),
  dataDir: field({
    env: 'PARLEY_MASTER_DATA_DIR',
    flag: 'data-dir',
    fallback: '.parley/master',
    parse: text,
    doc: 'Folder of the registry for --coordination=standalone.',
  }),
  etcd: field({
    env: 'PARLEY_MASTER_ETCD',
    flag: 'etcd',
    fallback: [{ host: '127.0.0.1', port: 2379 }],
    parse: checked(list(hostPort), (nodes) => (nodes.length === 0 ? 'at least one host:port' : undefined)),
    doc: 'Nodes of etcd, parted by commas, for --coordination=etcd.',
  }),
  etcdPrefix: field({
    env: 'PARLEY_MASTER_ETCD_PREFIX',
    flag: 'etcd-prefix',
    fallback: '/parley',
    parse: text,
    doc: 'Prefix of all keys in etcd; clusters that share an etcd have different ones.',
  }),
  etcdStartTimeoutMs: field({
    env: 'PARLEY_MASTER_ETCD_START_TIMEOUT',
    flag: 'etcd-start-timeout',
    fallback: 10_000,
    parse: atLeast10Ms,
    doc: 'How long to wait for a first answer of etcd before giving up.',
  }),
  leaseTtlMs: field({
    env: 'PARLEY_MASTER_LEASE_TTL',
    flag: 'lease-ttl',
    fallback: 5_000,
    parse: checked(durationMs, (ms) => (ms < 2_000 ? 'a duration of at least 2s' : undefined)),
    doc: 'How long leadership outlives the last sign of life of its holder.',
  }),
  incarnationMin: field({
    env: 'PARLEY_MASTER_INCARNATION_MIN',
    flag: 'incarnation-min',
    fallback: 1,
    parse: integer(1, 1_000_000_000),
    doc: 'Raises the incarnation of the registry to at least this: to be set after a restore of etcd to more than it ever was.',
  }),
  pingMs: field({
    env: 'PARLEY_MASTER_PING',
    flag: 'ping',
    fallback: DEFAULT_SETTINGS.pingMs,
    parse: atLeast10Ms,
    doc: 'Time between two pings of an agent, a gateway or the allocator.',
  }),
  pingsMissedMax: field({
    env: 'PARLEY_MASTER_PINGS_MISSED_MAX',
    flag: 'pings-missed-max',
    fallback: DEFAULT_SETTINGS.pingsMissedMax,
    parse: integer(1, 1_000),
    doc: 'So many pings in a row without an answer make an agent unreachable.',
  }),
  offerTimeoutMs: field({
    env: 'PARLEY_MASTER_OFFER_TIMEOUT',
    flag: 'offer-timeout',
    fallback: DEFAULT_SETTINGS.offerTimeoutMs,
    parse: atLeast10Ms,
    doc: 'How long an unanswered offer stays open before it is rescinded.',
  }),
  refuseMs: field({
    env: 'PARLEY_MASTER_REFUSE',
    flag: 'refuse',
    fallback: DEFAULT_SETTINGS.refuseMs,
    parse: atLeast10Ms,
    doc: 'How long a refusal without a length of its own lasts at first; doubled while refusals repeat.',
  }),
  refuseMaxMs: field({
    env: 'PARLEY_MASTER_REFUSE_MAX',
    flag: 'refuse-max',
    fallback: DEFAULT_SETTINGS.refuseMaxMs,
    parse: atLeast10Ms,
    doc: 'The longest that a refusal without a length of its own lasts.',
  }),
  disconnectGraceMs: field({
    env: 'PARLEY_MASTER_DISCONNECT_GRACE',
    flag: 'disconnect-grace',
    fallback: DEFAULT_SETTINGS.disconnectGraceMs,
    parse: atLeast10Ms,
    doc: 'How long the loss of a gateway or its link is not yet the disconnect of its frameworks.',
  }),
  failoverTimeoutMs: field({
    env: 'PARLEY_MASTER_FAILOVER_TIMEOUT',
    flag: 'failover-timeout',
    fallback: DEFAULT_SETTINGS.failoverTimeoutMs,
    parse: durationMs,
    doc: 'For frameworks that name none: how long their tasks outlive their connection.',
  }),
  agentReregisterMs: field({
    env: 'PARLEY_MASTER_AGENT_REREGISTER_TIMEOUT',
    flag: 'agent-reregister-timeout',
    fallback: DEFAULT_SETTINGS.agentReregisterMs,
    parse: atLeast10Ms,
    doc: 'How long after an election the known agents may take to register before they are unreachable.',
  }),
  minAllocatable: field({
    env: 'PARLEY_MASTER_MIN_ALLOCATABLE',
    flag: 'min-allocatable',
    fallback: DEFAULT_SETTINGS.minAllocatable,
    parse: resourceGroups,
    doc: 'No offer is smaller than each of these groups, parted by "|". Empty: anything is offered.',
  }),
  weights: field({
    env: 'PARLEY_MASTER_WEIGHTS',
    flag: 'weights',
    fallback: DEFAULT_SETTINGS.weights,
    parse: roleWeights,
    doc: 'Relative shares of roles; those that are not listed weigh 1, and the registry takes precedence.',
  }),
  region: field({
    env: 'PARLEY_MASTER_REGION',
    flag: 'region',
    fallback: DEFAULT_SETTINGS.region,
    parse: anyText,
    doc: 'Region of this cluster: agents of other regions are offered to region-aware frameworks only. Empty: regions do not matter.',
  }),
  removalShare: field({
    env: 'PARLEY_MASTER_REMOVAL_SHARE',
    flag: 'removal-share',
    fallback: DEFAULT_SETTINGS.removalShare,
    parse: share,
    doc: 'At most this share of the agents, but always one, is marked unreachable within --removal-window.',
  }),
  removalWindowMs: field({
    env: 'PARLEY_MASTER_REMOVAL_WINDOW',
    flag: 'removal-window',
    fallback: DEFAULT_SETTINGS.removalWindowMs,
    parse: durationMs,
    doc: 'The window of --removal-share.',
  }),
  removalsPaused: field({
    env: 'PARLEY_MASTER_REMOVALS_PAUSED',
    flag: 'removals-paused',
    fallback: DEFAULT_SETTINGS.removalsPaused,
    parse: boolean,
    doc: 'Marks no agent unreachable at all, for times when the network is known to be bad.',
  }),
  graceMs: field({
    env: 'PARLEY_MASTER_SHUTDOWN_GRACE',
    flag: 'shutdown-grace',
    fallback: 2_000,
    parse: durationMs,
    doc: 'How long connections may take to end when the master is stopped.',
  }),
  insecure: insecureField('PARLEY_MASTER_INSECURE', 'can run commands on every agent'),
  logLevel: logLevelField('PARLEY_MASTER_LOG_LEVEL'),
  otlpEndpoint: OTLP_ENDPOINT,
};

/** The settings of one master process. */
export type MasterConfig = ConfigOf<typeof FIELDS>;

/** Rules between settings; each says what is wrong and what to do, or nothing. */
export const CHECKS: readonly ((config: MasterConfig) => string | undefined)[] = [
  (config) => exposedWithoutProtection(config, 'can run commands on every agent'),
  unreachableAdvertised,
  shortestAboveLongest,
];

/** What of the configuration the core works by. */
export function settingsOf(config: MasterConfig): MasterSettings {
  const allocatorAddress = config.allocator === undefined ? '' : formatHostPort(config.allocator);
  return { ...config, allocatorAddress };
}

function unreachableAdvertised({ listen, advertise }: MasterConfig): string | undefined {
  const told: HostPort = advertise ?? listen;
  if (told.host !== '0.0.0.0' && told.host !== '::') return undefined;
  return `--advertise: nobody can dial ${told.host}; name the address by which agents and gateways reach this master`;
}

function shortestAboveLongest({ refuseMs, refuseMaxMs }: MasterConfig): string | undefined {
  return refuseMs > refuseMaxMs ? '--refuse: must not be longer than --refuse-max' : undefined;
}
