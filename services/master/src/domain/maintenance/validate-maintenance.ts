import type { MaintenanceWindow } from '@parley/common/contract';
import type { Problem } from '@parley/common/kernel';
import { hostnamesProblems } from '../agents/validate-hostnames';
import { LIMITS } from '../limits';

/** All that is wrong with a maintenance schedule (mesos-semantics §5.9). */
export function validateMaintenance(windows: readonly MaintenanceWindow[]): readonly Problem[] {
  const seen = new Set<string>();
  const problems = windows.flatMap((window, index) => windowProblems(window, `windows[${String(index)}]`, seen));
  return [...problems, ...sizeProblems(windows)];
}

function windowProblems(
  { hostnames, unavailability }: MaintenanceWindow,
  where: string,
  seen: Set<string>,
): readonly Problem[] {
  const problems = [...hostnamesProblems(hostnames, `${where}.hostnames`, seen)];
  if (hostnames.length === 0)
    problems.push({
      field: `${where}.hostnames`,
      message: 'must name at least one host; leave the window out instead',
    });
  const { startsAt, durationMs } = unavailability;
  if (!isInstant(startsAt)) {
    const message = 'must be an instant in milliseconds since 1970';
    problems.push({ field: `${where}.unavailability.starts_at_ms`, message });
  }
  if (durationMs !== undefined && !(Number.isSafeInteger(durationMs) && durationMs >= 0)) {
    const message = 'must be a whole number of milliseconds from 0, or absent for good';
    problems.push({ field: `${where}.unavailability.duration_ms`, message });
  }
  return problems;
}

function isInstant(wall: number): boolean {
  return Number.isSafeInteger(wall) && wall > 0;
}

function sizeProblems(windows: readonly MaintenanceWindow[]): readonly Problem[] {
  const count = windows.reduce((sum, { hostnames }) => sum + hostnames.length, 0);
  const { hostnamesMax, clusterTextMax } = LIMITS;
  if (count > hostnamesMax)
    return [{ field: 'windows', message: `must name at most ${String(hostnamesMax)} hosts in all` }];
  const text = JSON.stringify(windows).length;
  return text > clusterTextMax
    ? [{ field: 'windows', message: `must be at most ${String(clusterTextMax)} characters as JSON` }]
    : [];
}
