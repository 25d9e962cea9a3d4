import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { GatewayUp, OperatorQuery, StateEntry } from '@parley/common/contract';
import { unreachable } from '@parley/common/kernel';
import type { StreamId } from '@parley/common/kernel';
import type { Asker } from '../domain/frameworks/call-log';
import { LIMITS } from '../domain/limits';
import { viewCluster } from '../domain/operator/views';
import { callProblem, operatorRefusal } from '../domain/rejections';
import { orderDeactivation, orderWhitelist, tellWhitelist } from './agent-orders';
import { answer } from './answers';
import { askAllocator } from './explain';
import { askFiles } from './files';
import { finishFramework } from './framework-end';
import type { GatewayPeer } from './gateway-peers';
import type { Job } from './jobs';
import { killTask } from './kills';
import { orderMaintenance, tellMaintenance } from './maintenance';
import { orderRoles } from './role-updates';
import { answerOperator } from './speak';
import type { Term } from './term';
import type { Watch } from './watches';

/** Who is answered. */
interface Query {
  readonly gateway: StreamId;
  readonly requestId: number;
}

/** A watch whose snapshot takes longer than the ring of changes reaches back begins anew so often, then it is refused. */
const SNAPSHOTS_MAX = 5;

/** What one entry of a snapshot weighs on a link, roughly. */
const ENTRY_BYTES = 300;

/** Takes a question or an order of an operator. */
export function takeQuery(term: Term, peer: GatewayPeer, item: Extract<GatewayUp, { item: 'operator-query' }>): void {
  const asker: Query = { gateway: peer.stream, requestId: item.requestId };
  if (peer.queries.size >= LIMITS.queriesPerGatewayMax) {
    answerOperator(term, asker, operatorRefusal({ kind: 'queries-full', most: LIMITS.queriesPerGatewayMax }));
    return;
  }
  peer.queries.add(item.requestId);
  carryOut(term, asker, item.query);
}

function carryOut(term: Term, asker: Query, query: OperatorQuery): void {
  switch (query.query) {
    case 'get-state':
      term.jobs.add(readState(term, asker));
      return;
    case 'watch':
      beginWatch(term, asker, query.resumeAfter);
      return;
    case 'kill':
      kill(term, asker, query);
      return;
    case 'teardown':
      teardown(term, asker, query);
      return;
    case 'list-files':
    case 'read-file':
      askFiles(term, asker, query);
      return;
    case 'update-roles':
      orderRoles(term, { asker: operatorAsker(asker), updates: query.updates, force: query.force });
      return;
    case 'update-whitelist':
      orderWhitelist(term, operatorAsker(asker), query);
      return;
    case 'get-whitelist':
      tellWhitelist(term, asker);
      return;
    case 'deactivate-agent':
    case 'reactivate-agent':
      orderDeactivation(term, operatorAsker(asker), query);
      return;
    case 'update-maintenance':
      orderMaintenance(term, operatorAsker(asker), query);
      return;
    case 'get-maintenance':
      tellMaintenance(term, asker);
      return;
    case 'explain-offers':
    case 'get-shares':
      askAllocator(term, asker, query);
      return;
    default:
      unreachable(query, 'operator query');
  }
}

/** Begins the watches anew that fell out of the ring of changes. */
export function restartWatch(term: Term, watch: Watch): void {
  term.jobs.add(watchFromSnapshot(term, watch));
}

function beginWatch(term: Term, asker: Query, resumeAfter: number): void {
  const watch: Watch = { ...asker, cursor: resumeAfter };
  if (resumeAfter > 0 && term.changes.reaches(resumeAfter)) term.watches.add(watch);
  else restartWatch(term, watch);
}

function* readState(term: Term, asker: Query): Job {
  yield* sendSnapshot(term, asker);
  if (isOpen(term, asker)) answer(term, operatorAsker(asker), { outcome: 'ok' });
}

/** Sends everything in chunks; ends early when the asker is gone. */
function* sendSnapshot(term: Term, asker: Query): Job {
  // What changes while it is read is told again to a watch that goes on from here.
  const { version } = term.changes;
  answerOperator(term, asker, { answer: 'state-begin', epoch: term.epoch, version });
  let count = 0;
  let entries: StateEntry[] = [];
  for (const entry of viewCluster(term.cluster, term.settings, () => term.at.now)) {
    entries.push(entry);
    count += 1;
    if (entries.length === CHUNK_ENTRIES_MAX) {
      answerOperator(term, asker, { answer: 'state', entries });
      entries = [];
    }
    yield ENTRY_BYTES;
    while (isOpen(term, asker) && term.isBehind(asker.gateway)) yield 'wait';
    if (!isOpen(term, asker)) return;
  }
  if (entries.length > 0) answerOperator(term, asker, { answer: 'state', entries });
  answerOperator(term, asker, { answer: 'state-end', version, count });
}

/** A snapshot, then everything that changed while it was read: told again as it looks now, the snapshot becomes exact. */
function* watchFromSnapshot(term: Term, watch: Watch): Job {
  for (let attempt = 0; attempt < SNAPSHOTS_MAX; attempt += 1) {
    const begun = term.changes.version;
    yield* sendSnapshot(term, watch);
    if (!isOpen(term, watch)) return;
    if (term.changes.reaches(begun)) {
      watch.cursor = begun;
      term.watches.add(watch);
      return;
    }
  }
  answer(term, operatorAsker(watch), callProblem({ kind: 'watch-too-slow' }));
}

function kill(term: Term, asker: Query, query: Extract<OperatorQuery, { query: 'kill' }>): void {
  const { frameworkId, taskId, graceMs } = query;
  const framework = term.cluster.frameworks.get(frameworkId);
  const task = framework?.tasks.get(taskId);
  if (framework === undefined)
    answer(term, operatorAsker(asker), callProblem({ kind: 'framework-unknown', frameworkId }));
  else if (task === undefined) answer(term, operatorAsker(asker), callProblem({ kind: 'task-unknown', taskId }));
  else killTask(term, { framework, task, request: { taskId, agentId: undefined, graceMs } }, operatorAsker(asker));
}

function teardown(term: Term, asker: Query, { frameworkId }: Extract<OperatorQuery, { query: 'teardown' }>): void {
  const framework = term.cluster.frameworks.get(frameworkId);
  if (framework !== undefined)
    finishFramework(term, framework, { because: 'an operator asked for it', asker: operatorAsker(asker) });
  else if (term.cluster.finished.has(frameworkId)) answer(term, operatorAsker(asker), { outcome: 'ok' });
  else answer(term, operatorAsker(asker), callProblem({ kind: 'framework-unknown', frameworkId }));
}

function operatorAsker(query: Query): Asker {
  return { asker: 'operator', gateway: query.gateway, requestId: query.requestId };
}

function isOpen(term: Term, query: Query): boolean {
  return term.gateways.get(query.gateway)?.queries.has(query.requestId) === true;
}
