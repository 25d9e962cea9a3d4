import type { Problem } from '@parley/common/kernel';
import { LIMITS } from '../limits';

const HOSTNAME_BYTES_MAX = 255;

/** What is wrong with names of hosts by themselves, and with those that are in `seen` already, where they are put. */
export function hostnamesProblems(hostnames: readonly string[], where: string, seen: Set<string>): readonly Problem[] {
  return hostnames.flatMap((hostname, index) => {
    const message = hostnameProblem(hostname) ?? (seen.has(hostname) ? 'must not be named twice' : undefined);
    seen.add(hostname);
    return message === undefined ? [] : [{ field: `${where}[${String(index)}]`, message }];
  });
}

/** All that is wrong with a whitelist. An empty one is sound: it lists nobody. */
export function validateWhitelist(hostnames: readonly string[]): readonly Problem[] {
  const { hostnamesMax, clusterTextMax } = LIMITS;
  if (hostnames.length > hostnamesMax)
    return [{ field: 'hostnames', message: `must name at most ${String(hostnamesMax)} hosts` }];
  const problems = hostnamesProblems(hostnames, 'hostnames', new Set());
  if (JSON.stringify(hostnames).length <= clusterTextMax) return problems;
  return [...problems, { field: 'hostnames', message: `must be at most ${String(clusterTextMax)} characters as JSON` }];
}

function hostnameProblem(hostname: string): string | undefined {
  if (hostname === '') return 'must not be empty';
  return Buffer.byteLength(hostname) > HOSTNAME_BYTES_MAX
    ? `must be at most ${String(HOSTNAME_BYTES_MAX)} bytes`
    : undefined;
}
