import {
  anyText,
  durationMs,
  field,
  formatHostPort,
  hostPort,
  integer,
  list,
  checked,
  exposedWithoutProtection,
  insecureField,
  logLevelField,
  OTLP_ENDPOINT,
} from '@parley/common/config';
import type { ConfigOf } from '@parley/common/config';
import type { GatewaySettings } from './compose';

/** Everything that can be set on a framework gateway. */
export const FIELDS = {
  listen: field({
    env: 'PARLEY_GATEWAY_LISTEN',
    flag: 'listen',
    fallback: { host: '127.0.0.1', port: 5060 },
    parse: hostPort,
    doc: 'Address on which frameworks and operators reach the gateway; port 0 takes any free one.',
  }),
  masters: field({
    env: 'PARLEY_GATEWAY_MASTERS',
    flag: 'masters',
    fallback: [{ host: '127.0.0.1', port: 5050 }],
    parse: checked(list(hostPort), (masters) => (masters.length === 0 ? 'at least one host:port' : undefined)),
    doc: 'Masters that are asked who leads, parted by commas.',
  }),
  clusterId: field({
    env: 'PARLEY_GATEWAY_CLUSTER_ID',
    flag: 'cluster-id',
    fallback: '',
    parse: anyText,
    doc: 'Cluster to serve; masters of any other are ignored. Empty: the first cluster that answers.',
  }),
  heartbeatMs: field({
    env: 'PARLEY_GATEWAY_HEARTBEAT',
    flag: 'heartbeat',
    fallback: 15_000,
    parse: checked(durationMs, (ms) => (ms < 10 ? 'a duration of at least 10ms' : undefined)),
    doc: 'How often each subscribed framework is sent a heartbeat.',
  }),
  subscribeMs: field({
    env: 'PARLEY_GATEWAY_SUBSCRIBE_TIMEOUT',
    flag: 'subscribe-timeout',
    fallback: 30_000,
    parse: durationMs,
    doc: 'How long a stream may stay open without SUBSCRIBE.',
  }),
  welcomeMs: field({
    env: 'PARLEY_GATEWAY_WELCOME_TIMEOUT',
    flag: 'welcome-timeout',
    fallback: 5_000,
    parse: durationMs,
    doc: 'How long a master may take to welcome the gateway before another leader is looked for.',
  }),
  lookupMs: field({
    env: 'PARLEY_GATEWAY_LOOKUP_TIMEOUT',
    flag: 'lookup-timeout',
    fallback: 1_500,
    parse: durationMs,
    doc: 'How long a master may take to answer who leads.',
  }),
  sessionsMax: field({
    env: 'PARLEY_GATEWAY_SESSIONS_MAX',
    flag: 'sessions-max',
    fallback: 10_000,
    parse: integer(1, 1_000_000),
    doc: 'Framework streams at once; more are refused.',
  }),
  callsMax: field({
    env: 'PARLEY_GATEWAY_CALLS_MAX',
    flag: 'calls-max',
    fallback: 1_000,
    parse: integer(1, 1_000_000),
    doc: 'Unanswered calls per stream; more are refused.',
  }),
  offersMax: field({
    env: 'PARLEY_GATEWAY_OFFERS_MAX',
    flag: 'offers-max',
    fallback: 100_000,
    parse: integer(1, 1_000_000),
    doc: 'Open offers per stream; more are declined on behalf of the framework.',
  }),
  operatorRequestsMax: field({
    env: 'PARLEY_GATEWAY_OPERATOR_REQUESTS_MAX',
    flag: 'operator-requests-max',
    fallback: 1_000,
    parse: integer(1, 1_000_000),
    doc: 'Unanswered operator requests and watches at once; more are refused.',
  }),
  graceMs: field({
    env: 'PARLEY_GATEWAY_SHUTDOWN_GRACE',
    flag: 'shutdown-grace',
    fallback: 2_000,
    parse: durationMs,
    doc: 'How long streams may take to end when the gateway is stopped.',
  }),
  insecure: insecureField('PARLEY_GATEWAY_INSECURE', 'can run commands on every agent'),
  logLevel: logLevelField('PARLEY_GATEWAY_LOG_LEVEL'),
  otlpEndpoint: OTLP_ENDPOINT,
};

/** The settings of one gateway process. */
export type GatewayConfig = ConfigOf<typeof FIELDS>;

/** Rules between settings; each says what is wrong and what to do, or nothing. */
export const CHECKS: readonly ((config: GatewayConfig) => string | undefined)[] = [
  (config) => exposedWithoutProtection(config, 'could run commands on every agent'),
];

/** What the behaviour of a gateway depends on. */
export function settingsOf(config: GatewayConfig): GatewaySettings {
  const { clusterId, welcomeMs, operatorRequestsMax, sessionsMax, callsMax, offersMax, subscribeMs, heartbeatMs } =
    config;
  return {
    masters: config.masters.map(formatHostPort),
    clusterId,
    welcomeMs,
    operatorRequestsMax,
    sessions: { sessionsMax, callsMax, offersMax, subscribeMs, heartbeatMs },
  };
}
