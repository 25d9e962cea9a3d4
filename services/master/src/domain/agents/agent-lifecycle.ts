import type { MonotonicMs, WallMs } from '@parley/common/kernel';

/** An agent as the master sees it. Only an operator can declare an agent gone: one that was merely away comes back as itself, with its tasks.
 *
 *   (new) ─→ admitting ───written──→ active ◄──registered── recovered (known to the registry, not heard of in this term)
 *                                    │    ▲                    │
 *                              link-lost  registered           │ silent
 *                                    ▼    │                    ▼
 *                                 disconnected ──silent──→ marking-unreachable ─written─→ unreachable
 *                                                              ▲                             │
 *                                              active ─silent──┘        readmitting ◄─returned
 *                                                                           └─written─→ active
 *   admitting and readmitting become recovered when the link broke before the registry was written.
 *   gone: the registry's word; nothing follows.
 */
export type AgentLifecycle =
  | { readonly state: 'recovered' }
  | { readonly state: 'admitting' }
  | { readonly state: 'readmitting' }
  | { readonly state: 'active' }
  | { readonly state: 'disconnected'; readonly since: MonotonicMs }
  | { readonly state: 'marking-unreachable'; readonly since: WallMs }
  | { readonly state: 'unreachable'; readonly since: WallMs }
  | { readonly state: 'gone' };

/** What can happen to an agent. `linked`: its link stands; if it broke while the registry was written, the agent has yet to say what it runs. */
export type AgentSignal =
  | { readonly signal: 'registered' }
  | { readonly signal: 'written'; readonly linked: boolean }
  | { readonly signal: 'link-lost'; readonly now: MonotonicMs }
  | { readonly signal: 'silent'; readonly wall: WallMs }
  | { readonly signal: 'returned' };

type Row = { readonly [S in AgentSignal as S['signal']]?: (signal: S, from: AgentLifecycle) => AgentLifecycle };

const ACTIVE: AgentLifecycle = { state: 'active' };
const becomeActive = (): AgentLifecycle => ACTIVE;
const becomeAdmitted = (signal: { readonly linked: boolean }): AgentLifecycle =>
  signal.linked ? ACTIVE : { state: 'recovered' };
const becomeMarked = (signal: { readonly wall: WallMs }): AgentLifecycle => ({
  state: 'marking-unreachable',
  since: signal.wall,
});

/** The whole machine in one table: a signal that a state does not list leaves the agent unchanged. */
const TRANSITIONS = {
  recovered: { registered: becomeActive, silent: becomeMarked },
  admitting: { written: becomeAdmitted },
  readmitting: { written: becomeAdmitted },
  active: { 'link-lost': (signal) => ({ state: 'disconnected', since: signal.now }), silent: becomeMarked },
  disconnected: { registered: becomeActive, silent: becomeMarked },
  'marking-unreachable': {
    written: (_signal, from) =>
      from.state === 'marking-unreachable' ? { state: 'unreachable', since: from.since } : from,
  },
  unreachable: { returned: () => ({ state: 'readmitting' }) },
  gone: {},
} satisfies { readonly [State in AgentLifecycle['state']]: Row };

/** The state after a signal. */
export function nextLifecycle(from: AgentLifecycle, signal: AgentSignal): AgentLifecycle {
  const row: Row = TRANSITIONS[from.state];
  switch (signal.signal) {
    case 'registered':
      return row.registered?.(signal, from) ?? from;
    case 'written':
      return row.written?.(signal, from) ?? from;
    case 'link-lost':
      return row['link-lost']?.(signal, from) ?? from;
    case 'silent':
      return row.silent?.(signal, from) ?? from;
    case 'returned':
    default:
      return row.returned?.(signal, from) ?? from;
  }
}
