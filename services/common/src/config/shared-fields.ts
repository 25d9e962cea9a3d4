import { LOG_LEVELS } from '../logging';
import { field } from './fields';
import { anyText, boolean, formatHostPort, oneOf } from './parsers';
import type { HostPort } from './parsers';

/** Where a service sends its telemetry: one setting with one name, so that it can be given to all of them at once. */
export const OTLP_ENDPOINT = field({
  env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
  flag: 'otlp-endpoint',
  fallback: '',
  parse: anyText,
  doc: 'Where spans and metrics go by OTLP over gRPC, such as http://127.0.0.1:4317. Empty: nowhere.',
});

/** How much a service writes to its log. */
export function logLevelField(env: string) {
  return field({
    env,
    flag: 'log-level',
    fallback: 'info',
    parse: oneOf(LOG_LEVELS),
    doc: 'The least severe log lines to write.',
  });
}

/** The word that allows what {@link exposedWithoutProtection} refuses; `risk` says what whoever reaches the port can do. */
export function insecureField(env: string, risk: string) {
  return field({
    env,
    flag: 'insecure',
    fallback: false,
    parse: boolean,
    doc: `Allows listening on other than loopback addresses without TLS and authentication: whoever reaches the port ${risk}.`,
  });
}

/** Refuses an address that others can reach, unless `--insecure` was given. */
export function exposedWithoutProtection(
  { listen, insecure }: { readonly listen: HostPort; readonly insecure: boolean },
  risk: string,
): string | undefined {
  if (insecure || isLoopback(listen.host)) return undefined;
  return `--listen=${formatHostPort(listen)}: anyone who reaches this address ${risk}; listen on a loopback address, or add --insecure where the network is protected otherwise`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
