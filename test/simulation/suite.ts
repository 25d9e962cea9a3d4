import { FAULT_KINDS } from './faults/fault-field';
import type { RunReport } from './run-seed';

/** Every kind of command that the suite must have given at least once. */
export const COMMAND_KINDS = [
  'subscribe',
  'heartbeat',
  'accept',
  'decline',
  'suppress',
  'revive',
  'kill',
  'reconcile',
  'acknowledge',
  'update-framework',
  'teardown',
  'request',
  'accept-inverse',
  'decline-inverse',
  'operator get-state',
  'operator watch',
  'operator kill',
  'operator teardown',
  'operator list-files',
  'operator read-file',
  'operator update-roles',
  'operator update-whitelist',
  'operator get-whitelist',
  'operator deactivate-agent',
  'operator reactivate-agent',
  'operator update-maintenance',
  'operator get-maintenance',
  'operator explain-offers',
  'operator get-shares',
] as const;

/** Adds up how often each kind happened over several runs. */
export function totals(counts: Iterable<ReadonlyMap<string, number>>): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const each of counts) for (const [kind, count] of each) sum.set(kind, (sum.get(kind) ?? 0) + count);
  return sum;
}

/** Kinds of faults and of commands that no run has seen. */
export function missingKinds(reports: readonly RunReport[]): readonly string[] {
  const faults = totals(reports.map((report) => report.faults));
  const commands = totals(reports.map((report) => report.commands));
  return [...FAULT_KINDS.filter((kind) => !faults.has(kind)), ...COMMAND_KINDS.filter((kind) => !commands.has(kind))];
}

/** What a suite of runs amounts to, in lines for people. `tookMs` is real time. */
export function summaryOf(reports: readonly RunReport[], tookMs: number): readonly string[] {
  const simulatedHours = reports.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0) / 3_600_000;
  const events = reports.reduce((sum, each) => sum + each.events, 0);
  const launches = reports.reduce((sum, each) => sum + each.launches, 0);
  const listed = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ');
  return [
    `${reports.length} seeds, ${simulatedHours.toFixed(2)} simulated hours in ${(tookMs / 1_000).toFixed(1)} s: ${((simulatedHours * 60_000) / tookMs).toFixed(2)} simulated hours a minute`,
    `${events} events, ${launches} launches`,
    `faults: ${listed(totals(reports.map(({ faults }) => faults)))}`,
    `commands: ${listed(totals(reports.map(({ commands }) => commands)))}`,
  ];
}
