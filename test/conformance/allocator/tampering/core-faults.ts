import type { StreamEnd } from '@parley/common/actor';
import type { AllocatorDown, AllocatorUp } from '@parley/common/contract';
import { NO_RESOURCES, isEmptyResources } from '@parley/common/resources';
import { linkNumberOf, proposalIdOf } from '@parley/common/kernel';
import type { AgentId, ProposalId, StreamId } from '@parley/common/kernel';

import { isEntity } from '../told';
import { hearing, saying } from './fault';
import type { Fault, Tampering } from './fault';

const HOUR_MS = 3_600_000;
const MALFORMED: StreamEnd = { kind: 'malformed', message: 'this is not understood here' };

/** Allocators that break what no master can do without. */
export const CORE_FAULTS: readonly Fault[] = [
  { name: 'says that it is ready twice', breaks: ['ready-first'], make: saying('ready', (ready) => [ready, ready]) },
  {
    name: 'never answers pings',
    breaks: ['pings', 'pings-under-load'],
    make: saying('pong', () => []),
  },
  { name: 'answers pings twice', breaks: ['pings'], make: saying('pong', (pong) => [pong, pong]) },
  {
    name: 'proposes more than it has credit for',
    breaks: ['credits'],
    make: hearing('credits', (item) => [{ ...item, credits: item.credits * 100 }]),
  },
  {
    name: 'numbers its proposals from 2',
    breaks: ['proposal-ids'],
    make: () => ({
      says: (item) => (item.item === 'proposal' ? [{ ...item, proposal: renumbered(item.proposal, 1) }] : [item]),
      hears: (item) => (isAnswer(item) ? [{ ...item, proposalId: proposalIdOf(Number(item.proposalId) - 1) }] : [item]),
    }),
  },
  {
    name: 'stamps what it says with a later epoch',
    breaks: ['echo'],
    make: () => ({ epoch: (epoch) => ({ ...epoch, revision: epoch.revision + 1 }) }),
  },
  { name: 'does not wait for the end', breaks: ['nothing-before-end', 'snapshot-count'], make: endingEarly },
  { name: 'does not count', breaks: ['snapshot-count'], make: notCounting },
  {
    name: 'forgets what it proposed of an agent that is told again',
    breaks: ['nothing-twice', 'told-twice'],
    make: forgettingProposals,
  },
  {
    name: 'does not count what is offered as taken',
    breaks: ['only-free', 'told-twice'],
    make: hearing('allocation', (item) => [{ ...item, allocation: { ...item.allocation, offered: NO_RESOURCES } }]),
  },
  {
    name: 'repeats refused proposals at once',
    breaks: ['refused-waits'],
    make: hearing('refused', (item) => [{ ...item, retryAfterMs: 0 }]),
  },
  {
    name: 'takes what was refused for offered',
    breaks: ['released', 'refused-returns', 'agent-returns'],
    make: hearing('refused', () => []),
  },
  {
    name: 'never repeats refused proposals',
    breaks: ['refused-returns'],
    make: hearing('refused', (item) => [{ ...item, retryAfterMs: HOUR_MS }]),
  },
  {
    name: 'never notices what becomes free',
    breaks: ['freed', 'offered'],
    make: hearing('allocation', (item) => {
      const { allocated, offered } = item.allocation;
      return isEmptyResources(allocated) && isEmptyResources(offered) ? [] : [item];
    }),
  },
  {
    name: 'does not hear that agents are gone',
    breaks: ['removed', 'agent-returns'],
    make: hearing('agent-removed', () => []),
  },
  { name: 'does not hear that frameworks are gone', breaks: ['removed'], make: hearing('framework-removed', () => []) },
  {
    name: 'takes every framework for connected',
    breaks: ['inactive'],
    make: hearing('framework', (item) => [{ ...item, framework: { ...item.framework, active: true } }]),
  },
  { name: 'remembers the session before', breaks: ['reconnect'], make: remembering },
  {
    name: 'leaves replaced sessions open',
    breaks: ['higher-epoch', 'higher-link', 'lower-link'],
    make: () => ({ ends: ({ kind }) => kind !== 'superseded' }),
  },
  {
    name: 'takes a session with the link number of the present one for a later one',
    breaks: ['lower-link'],
    make: servingEqual,
  },
  {
    name: 'does not turn masters of the past away',
    breaks: ['lower-epoch'],
    make: () => ({ ends: ({ kind }) => kind !== 'refused' }),
  },
  {
    name: 'cannot pass over what it does not know',
    breaks: ['unknown'],
    make: () => ({ objects: ({ items }) => (items.length === 0 ? MALFORMED : undefined) }),
  },
  { name: 'has no room for a thousand agents', breaks: ['big-snapshot'], make: beingSmall },
  { name: 'waits for streams that say nothing', breaks: ['abandoned'], make: waitingForOthers },
  {
    name: 'does not look again at an agent of which it was refused something',
    breaks: ['refused-changes'],
    make: ignoringTheRefused,
  },
  {
    name: 'says things that mean nothing',
    breaks: ['well-formed'],
    make: saying('ready', (ready) => [ready, { item: 'audited', differing: ['no/id' as AgentId] }]),
  },
  {
    name: 'goes on after what it cannot understand',
    breaks: ['malformed', 'snapshot-count'],
    make: () => ({ ends: ({ kind }) => kind !== 'malformed' }),
  },
];

function isAnswer(item: AllocatorDown): item is Extract<AllocatorDown, { item: 'offered' | 'refused' }> {
  return item.item === 'offered' || item.item === 'refused';
}

function renumbered(proposal: Extract<AllocatorUp, { item: 'proposal' }>['proposal'], by: number) {
  return { ...proposal, proposalId: proposalIdOf(Number(proposal.proposalId) + by) };
}

/** Takes the first framework for the end of the snapshot. */
function endingEarly(): Tampering {
  const told = new Map<StreamId, number>();
  const ended = new Set<StreamId>();
  return {
    hears: (item, stream) => {
      if (item.item === 'end' && ended.has(stream)) return [];
      told.set(stream, (told.get(stream) ?? 0) + (isEntity(item) ? 1 : 0));
      if (item.item !== 'framework' || ended.has(stream)) return [item];
      ended.add(stream);
      return [item, { item: 'end', count: told.get(stream) ?? 0 }];
    },
  };
}

function notCounting(): Tampering {
  const told = new Map<StreamId, number>();
  return {
    hears: (item, stream) => {
      told.set(stream, (told.get(stream) ?? 0) + (isEntity(item) ? 1 : 0));
      return item.item === 'end' ? [{ ...item, count: told.get(stream) ?? 0 }] : [item];
    },
  };
}

/** Takes its open proposals of an agent for refused when the agent is told. */
function forgettingProposals(): Tampering {
  const open = new Map<StreamId, Map<ProposalId, string>>();
  return {
    says: (item, stream) => {
      const proposals = open.get(stream) ?? new Map<ProposalId, string>();
      if (item.item === 'proposal') proposals.set(item.proposal.proposalId, item.proposal.agentId);
      open.set(stream, proposals);
      return [item];
    },
    hears: (item, stream) => {
      const proposals = open.get(stream) ?? new Map<ProposalId, string>();
      if (isAnswer(item)) return proposals.delete(item.proposalId) ? [item] : [];
      if (item.item !== 'agent') return [item];
      const forgotten = [...proposals].filter(([, agentId]) => agentId === item.agent.agentId);
      for (const [proposalId] of forgotten) proposals.delete(proposalId);
      const refusals = forgotten.map(
        ([proposalId]) => ({ item: 'refused', proposalId, reason: 'not-available', retryAfterMs: 0 }) as const,
      );
      return [...refusals, item];
    },
  };
}

/** Tells sessions with the same epoch and link number apart by the order in which they came, the last the highest. */
function servingEqual(): Tampering {
  const streams = new Map<string, StreamId[]>();
  return {
    link: ({ epoch, link }, stream) => {
      const stamp = `${String(epoch.revision)} ${String(link)}`;
      const equal = streams.get(stamp) ?? [];
      if (!equal.includes(stream)) equal.push(stream);
      streams.set(stamp, equal);
      return linkNumberOf(link * 1_000 + equal.indexOf(stream));
    },
  };
}

/** Begins each session with the refusals of the one before. */
function remembering(): Tampering {
  let before: AllocatorDown[] = [];
  let now: AllocatorDown[] = [];
  return {
    hears: (item) => {
      if (item.item === 'begin') [before, now] = [now, []];
      if (item.item === 'filter') now.push(item);
      return item.item === 'end' ? [...before.splice(0), item] : [item];
    },
  };
}

/** Cannot take more than so many agents in a session. */
function beingSmall(): Tampering {
  const told = new Map<StreamId, number>();
  return {
    objects: ({ items }, stream) => {
      const agents = (told.get(stream) ?? 0) + items.filter(({ item }) => item === 'agent').length;
      told.set(stream, agents);
      return agents > 800 ? { kind: 'overloaded', message: 'these are too many agents' } : undefined;
    },
  };
}

/** Turns a stream away while the one before it, which the server numbers by one less, has said nothing. */
function waitingForOthers(): Tampering {
  const heard = new Set<number>([0]);
  return {
    objects: (_batch, stream) => {
      heard.add(stream);
      return heard.has(stream - 1) ? undefined : { kind: 'overloaded', message: 'somebody else comes first' };
    },
  };
}

/** Does not hear of an agent any more once a proposal of it was refused for long. */
function ignoringTheRefused(): Tampering {
  const agents = new Map<string, string>();
  const refused = new Set<string>();
  return {
    says: (item, stream) => {
      if (item.item === 'proposal')
        agents.set(`${String(stream)} ${String(item.proposal.proposalId)}`, item.proposal.agentId);
      return [item];
    },
    hears: (item, stream) => {
      if (item.item === 'refused' && item.retryAfterMs >= HOUR_MS)
        refused.add(`${String(stream)} ${agents.get(`${String(stream)} ${String(item.proposalId)}`) ?? ''}`);
      return item.item === 'agent' && refused.has(`${String(stream)} ${item.agent.agentId}`) ? [] : [item];
    },
  };
}
