import type { MaintenanceWindow, Unavailability } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { Moment, MonotonicMs } from '@parley/common/kernel';
import type { Agent } from '../agents/agent';

/** A window of the schedule, on this process's clock: when it was learned its wall time was turned into instants, which no step of the wall clock moves. */
export interface PlannedWindow {
  readonly unavailability: Unavailability;
  readonly beginsAt: MonotonicMs;
  /** Undefined: never. */
  readonly endsAt: MonotonicMs | undefined;
  phase: 'planned' | 'running' | 'over';
}

/** The maintenance schedule in effect. */
export interface Schedule {
  /** As it was ordered, for operators. Bounded by {@link LIMITS.hostnamesMax}. */
  readonly windows: readonly MaintenanceWindow[];
  readonly planned: readonly PlannedWindow[];
  readonly byHostname: ReadonlyMap<string, PlannedWindow>;
}

/** Nothing is planned. */
export const NO_SCHEDULE: Schedule = { windows: [], planned: [], byHostname: new Map() };

/** Turns a schedule into what happens when; windows may have begun or ended already. */
export function planSchedule(windows: readonly MaintenanceWindow[], at: Moment): Schedule {
  const planned: PlannedWindow[] = [];
  const byHostname = new Map<string, PlannedWindow>();
  for (const { hostnames, unavailability } of windows) {
    const { startsAt, durationMs } = unavailability;
    const beginsAt = after(at.now, startsAt - at.wall);
    const endsAt = durationMs === undefined ? undefined : after(beginsAt, durationMs);
    const window: PlannedWindow = { unavailability, beginsAt, endsAt, phase: 'planned' };
    advanceWindow(window, at.now);
    planned.push(window);
    for (const hostname of hostnames) byHostname.set(hostname, window);
  }
  return { windows, planned, byHostname };
}

/** Brings a window up to date, and says when to look again; undefined when nothing follows. */
export function advanceWindow(window: PlannedWindow, now: MonotonicMs): MonotonicMs | undefined {
  const { beginsAt, endsAt } = window;
  if (endsAt !== undefined && endsAt <= now) window.phase = 'over';
  else window.phase = beginsAt <= now ? 'running' : 'planned';
  if (window.phase === 'planned') return beginsAt;
  return window.phase === 'running' ? endsAt : undefined;
}

/** When the agent will not be, or is not, available; undefined when nothing is planned, or it is over. */
export function unavailabilityOf({
  window,
  windowPhase,
}: Pick<Agent, 'window' | 'windowPhase'>): Unavailability | undefined {
  return window === undefined || windowPhase === 'over' ? undefined : window.unavailability;
}

/** Whether the agent's maintenance has begun and not ended. */
export function isDraining({ windowPhase }: Pick<Agent, 'windowPhase'>): boolean {
  return windowPhase === 'running';
}

/** Whether two say the same. */
export function sameUnavailability(a: Unavailability | undefined, b: Unavailability | undefined): boolean {
  return a?.startsAt === b?.startsAt && a?.durationMs === b?.durationMs && (a === undefined) === (b === undefined);
}
