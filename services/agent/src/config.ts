import {
  checked,
  durationMs,
  field,
  formatHostPort,
  hostPort,
  integer,
  list,
  resourcesText,
  text,
  logLevelField,
  OTLP_ENDPOINT,
} from '@parley/common/config';
import type { ConfigOf, Parser } from '@parley/common/config';
import type { Attribute, FaultDomain } from '@parley/common/contract';
import type { AgentCoreConfig } from './actor/desk';
import { parseAttributes } from './domain/attributes';
import { NOTHING_STATED } from './domain/default-resources';

/** Settings of an agent's core that are the same everywhere unless said otherwise (mesos-semantics §8.2). Durations in milliseconds. */
export const AGENT_DEFAULTS = {
  domain: undefined,
  killGraceMs: 3_000,
  registrationTimeoutMs: 10_000,
  reportMs: 15_000,
  updateRetryMs: 10_000,
  updateRetryMaxMs: 600_000,
  sandboxesMax: 1_000,
  sandboxAgeMs: 604_800_000,
} as const satisfies Partial<AgentCoreConfig>;

/** Attributes in their text form, such as `rack:abc;zone:west`. */
const attributesText: Parser<readonly Attribute[]> = Object.assign(
  (given: string) => {
    const parsed = parseAttributes(given);
    return parsed.ok
      ? { ok: true as const, value: parsed.attributes }
      : { ok: false as const, expected: `attributes such as rack:abc;zone:west, but ${parsed.problems.join('; ')}` };
  },
  { show: (attributes: readonly Attribute[]) => attributes.map(showAttribute).join(';') },
);

/** The name of a region or a zone. */
const placeName = checked(text, (name) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name)
    ? undefined
    : 'a name of at most 128 letters, digits and . _ -, such as eu-west or eu-west-1a',
);

/** Every setting of the agent: flags win over the environment. */
export const FIELDS = {
  masters: field({
    env: 'PARLEY_AGENT_MASTERS',
    flag: 'masters',
    parse: checked(list(hostPort), (masters) =>
      masters.length === 0 ? 'at least one master as host:port' : undefined,
    ),
    fallback: [{ host: '127.0.0.1', port: 5050 }],
    doc: 'Masters to ask who leads, parted by commas; any one that answers will do.',
  }),
  workDir: field({
    env: 'PARLEY_AGENT_WORK_DIR',
    flag: 'work-dir',
    parse: text,
    fallback: './parley-agent',
    doc: 'Directory for what the agent remembers and for sandboxes; it belongs to this agent alone.',
  }),
  hostname: field({
    env: 'PARLEY_AGENT_HOSTNAME',
    flag: 'hostname',
    parse: text,
    fallback: undefined,
    doc: 'Name of this machine as frameworks see it; the system’s own name unless given.',
  }),
  resources: field({
    env: 'PARLEY_AGENT_RESOURCES',
    flag: 'resources',
    parse: resourcesText,
    fallback: NOTHING_STATED,
    doc: 'What the agent offers, such as cpus:2;mem:1024, with cpus(eng):4 reserved for a role, cpus<revocable>:1 and disk(eng)<shared:data-1>:100; those of cpus, mem, disk and ports that are not named are detected.',
  }),
  attributes: field({
    env: 'PARLEY_AGENT_ATTRIBUTES',
    flag: 'attributes',
    parse: attributesText,
    fallback: [],
    doc: 'What frameworks may want to know of this machine, such as rack:abc;zone:west.',
  }),
  region: field({
    env: 'PARLEY_AGENT_REGION',
    flag: 'region',
    parse: placeName,
    fallback: undefined,
    doc: 'Region in which this machine stands; goes with --zone. In another region than the master’s, it is offered to region-aware frameworks only.',
  }),
  zone: field({
    env: 'PARLEY_AGENT_ZONE',
    flag: 'zone',
    parse: placeName,
    fallback: undefined,
    doc: 'Zone within the region in which this machine stands; goes with --region.',
  }),
  killGraceMs: field({
    env: 'PARLEY_AGENT_KILL_GRACE',
    flag: 'kill-grace',
    parse: durationMs,
    fallback: AGENT_DEFAULTS.killGraceMs,
    doc: 'Time between SIGTERM and SIGKILL for tasks that say nothing themselves.',
  }),
  registrationTimeoutMs: field({
    env: 'PARLEY_AGENT_REGISTRATION_TIMEOUT',
    flag: 'registration-timeout',
    parse: durationMs,
    fallback: AGENT_DEFAULTS.registrationTimeoutMs,
    doc: 'How long a registration may stay unanswered before the leader is looked for again.',
  }),
  reportMs: field({
    env: 'PARLEY_AGENT_REPORT_INTERVAL',
    flag: 'report-interval',
    parse: checked(durationMs, (ms) => (ms < 100 ? 'at least 100ms' : undefined)),
    fallback: AGENT_DEFAULTS.reportMs,
    doc: 'Time between two reports of resources.',
  }),
  updateRetryMs: field({
    env: 'PARLEY_AGENT_UPDATE_RETRY',
    flag: 'update-retry',
    parse: checked(durationMs, (ms) => (ms < 10 ? 'at least 10ms' : undefined)),
    fallback: AGENT_DEFAULTS.updateRetryMs,
    doc: 'First pause before a status update that is not acknowledged is sent again; it doubles up to 10 minutes.',
  }),
  sandboxesMax: field({
    env: 'PARLEY_AGENT_SANDBOXES_MAX',
    flag: 'sandboxes-max',
    parse: integer(1, 100_000),
    fallback: AGENT_DEFAULTS.sandboxesMax,
    doc: 'How many sandboxes of ended tasks are kept.',
  }),
  sandboxAgeMs: field({
    env: 'PARLEY_AGENT_SANDBOX_AGE',
    flag: 'sandbox-age',
    parse: durationMs,
    fallback: AGENT_DEFAULTS.sandboxAgeMs,
    doc: 'How long the sandbox of an ended task is kept.',
  }),
  otlpEndpoint: OTLP_ENDPOINT,
  logLevel: logLevelField('PARLEY_AGENT_LOG_LEVEL'),
};

/** The agent's settings. */
export type AgentConfig = ConfigOf<typeof FIELDS>;

/** Rules between settings. */
export const CHECKS: readonly ((config: AgentConfig) => string | undefined)[] = [
  ({ region, zone }) =>
    (region === undefined) === (zone === undefined)
      ? undefined
      : `--${region === undefined ? 'zone' : 'region'} is given without --${region === undefined ? 'region' : 'zone'}; give both, or neither`,
];

/** What the core needs of the settings, and what was measured of the machine. */
export function coreConfigOf(
  config: AgentConfig,
  machine: Pick<AgentCoreConfig, 'hostname' | 'resources'>,
): AgentCoreConfig {
  return {
    ...AGENT_DEFAULTS,
    masters: config.masters.map(formatHostPort),
    hostname: config.hostname ?? machine.hostname,
    resources: machine.resources,
    attributes: config.attributes,
    domain: domainOf(config),
    killGraceMs: config.killGraceMs,
    registrationTimeoutMs: config.registrationTimeoutMs,
    reportMs: config.reportMs,
    updateRetryMs: config.updateRetryMs,
    sandboxesMax: config.sandboxesMax,
    sandboxAgeMs: config.sandboxAgeMs,
  };
}

function domainOf({ region, zone }: AgentConfig): FaultDomain | undefined {
  return region === undefined || zone === undefined ? undefined : { region, zone };
}

function showAttribute(attribute: Attribute): string {
  switch (attribute.kind) {
    case 'scalar':
      return `${attribute.name}:${String(attribute.milli / 1000)}`;
    case 'ranges':
      return `${attribute.name}:[${attribute.ranges.map((range) => `${String(range.begin)}-${String(range.end)}`).join(',')}]`;
    default:
      return `${attribute.name}:${attribute.text}`;
  }
}
