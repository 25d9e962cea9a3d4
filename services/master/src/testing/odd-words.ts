import type { AgentUp, GatewayUp, OperatorQuery } from '@parley/common/contract';
import type { AgentId, FrameworkId, LaunchId, MonotonicMs, TaskId, WallMs } from '@parley/common/kernel';
import type { Picks } from './happenings';
import { EPOCH } from './played-peers';

/** What no agent in its right mind says. */
export function nonsenseOfAgent(pick: number): AgentUp {
  const launchId = 'nothing' as LaunchId;
  const frameworkId = 'F-9-9-9' as FrameworkId;
  return oneOf<AgentUp>(pick, [
    { item: 'register-end', count: 3 },
    { item: 'register-tasks', tasks: [] },
    { item: 'launch-stored', launchId },
    { item: 'kill-stored', frameworkId, taskId: 'x' as TaskId },
    { item: 'pong', ping: 1e9 },
    { item: 'file-answer', requestId: pick, answer: { answer: 'files', entries: [], truncated: false } },
  ]);
}

/** What no gateway in its right mind says. */
export function nonsenseOfGateway(pick: number): GatewayUp {
  const stamp = { epoch: EPOCH, counter: pick };
  return oneOf<GatewayUp>(pick, [
    { item: 'pong', ping: -1 },
    { item: 'operator-cancel', requestId: pick },
    { item: 'session-closed', session: pick, frameworkId: 'nobody' as FrameworkId, stamp, clean: true },
    { item: 'hello', gatewayId: 'somebody-else' as never },
  ]);
}

/** What an operator may order, sound or not. */
export function anyOrder({ b, c }: Pick<Picks, 'b' | 'c'>, now: MonotonicMs): OperatorQuery {
  const agentId = `a${String(c % 6)}` as AgentId;
  const hostnames = ['a0.test', 'a1.test', 'a1.test'].slice(0, c % 5);
  const startsAt = (1_767_225_600_000 + now + (c - 500) * 200) as WallMs;
  const quota = {
    guarantee: new Map([['cpus', (c % 5) * 1_000]]),
    limit: new Map(c % 2 === 0 ? [['cpus', (b % 9) * 1_000]] : []),
  };
  const update = {
    role: oneOf(c, ['*', 'x', 'x/y', '']),
    weight: oneOf(c, [undefined, 2, -1]),
    packing: undefined,
    quota,
  };
  const unavailability = { startsAt, durationMs: oneOf(b, [undefined, 0, -1, 60_000]) };
  return oneOf<OperatorQuery>(b, [
    { query: 'deactivate-agent', agentId },
    { query: 'reactivate-agent', agentId },
    { query: 'update-whitelist', hostnames: b % 3 === 0 ? hostnames : undefined },
    { query: 'update-maintenance', windows: [{ hostnames, unavailability }] },
    { query: 'update-roles', updates: [update], force: b % 2 === 0 },
    { query: 'get-maintenance' },
    { query: 'get-whitelist' },
  ]);
}

/** The one that the number picks. */
export function oneOf<Item>(pick: number, items: readonly Item[]): Item {
  return items[pick % items.length] as Item;
}
