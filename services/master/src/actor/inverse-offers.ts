import { CHUNK_ENTRIES_MAX } from '@parley/common/contract';
import type { InverseOffer, SessionCall } from '@parley/common/contract';
import { after } from '@parley/common/kernel';
import type { FrameworkId, OfferId } from '@parley/common/kernel';
import type { Agent } from '../domain/agents/agent';
import { OK } from '../domain/frameworks/call-log';
import { isOfferedTo } from '../domain/frameworks/framework';
import type { Framework } from '../domain/frameworks/framework';
import { askAgainMs, tenantsOf } from '../domain/maintenance/asked-to-leave';
import type { AskedToLeave } from '../domain/maintenance/asked-to-leave';
import { unavailabilityOf } from '../domain/maintenance/planned-window';
import { refuseMsProblem } from '../domain/offers/filters';
import { callProblem } from '../domain/rejections';
import { answerCall } from './answers';
import { tell } from './speak';
import type { Term } from './term';

/** So many agents are looked at in one slice: about 5 ms on a busy machine. */
const AGENTS_PER_SLICE = 500;

type AnswerCall = Extract<SessionCall, { call: 'accept-inverse' | 'decline-inverse' }>;

/** Takes a framework's answers to inverse offers. Nothing else follows from them than that operators see them, and that it is not asked again for a while. */
export function answerInverseOffers(term: Term, framework: Framework, call: AnswerCall): void {
  const { callId, inverseOfferIds, filters } = call;
  const problem = refuseMsProblem(filters.refuseMs);
  if (problem !== undefined) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'filter-invalid', problem }) });
    return;
  }
  if (inverseOfferIds.length === 0) {
    answerCall(term, framework, { callId, outcome: callProblem({ kind: 'inverse-offers-missing' }) });
    return;
  }
  const gone: OfferId[] = [];
  for (const inverseOfferId of new Set(inverseOfferIds)) {
    const asked = term.cluster.inverseOffers.get(inverseOfferId);
    // Another framework's inverse offer and one that is gone are told alike: nobody learns of what is not theirs.
    if (asked?.frameworkId === framework.frameworkId) takeAnswer(term, asked, call);
    else gone.push(inverseOfferId);
  }
  const outcome = gone.length === 0 ? OK : callProblem({ kind: 'inverse-offer-gone', inverseOfferIds: gone });
  answerCall(term, framework, { callId, outcome });
}

function takeAnswer(term: Term, asked: AskedToLeave, { call, filters }: AnswerCall): void {
  closeInverseOffer(term, asked);
  asked.answer = call === 'accept-inverse' ? 'accepted' : 'declined';
  asked.askAgainAt = after(term.at.now, askAgainMs(asked, filters.refuseMs, term.settings));
  term.timers.inverseOffers.set(asked, asked.askAgainAt);
  const { agent, frameworkId, answer } = asked;
  term.observe({ event: 'inverse-offer-answered', agentId: agent.agentId, frameworkId, answer });
}

/** Asks again those whose answer has run out: they may have changed their mind. */
export function askAgain(term: Term): void {
  for (
    let asked = term.timers.inverseOffers.takeDue(term.at.now);
    asked !== undefined;
    asked = term.timers.inverseOffers.takeDue(term.at.now)
  ) {
    asked.askAgainAt = undefined;
    term.inverseOffers.look(asked.agent);
  }
}

/** A framework's session began: it is asked about all agents of the schedule on which it runs something. */
export function askFramework(term: Term, { tasks, replaced }: Framework): void {
  const { planned, agents } = term.cluster;
  // Whichever there is less of.
  if (planned.size <= tasks.size) {
    for (const agent of planned) term.inverseOffers.look(agent);
    return;
  }
  for (const task of [...tasks.values(), ...replaced.values()]) {
    const agent = agents.get(task.agentId);
    if (agent !== undefined) term.inverseOffers.look(agent);
  }
}

/** A framework's session is over: what it was asked is forgotten, without a word, but not what it answered. The next session is asked anew. */
export function discardInverseOffersOf(term: Term, { frameworkId }: Framework): void {
  term.inverseOffers.forget(frameworkId);
  for (const asked of term.inverseOffers.askedOf(frameworkId)) {
    const { agent } = asked;
    closeInverseOffer(term, asked);
    asked.askAgainAt = undefined;
    asked.answers = 0;
    term.timers.inverseOffers.cancel(asked);
    term.inverseOffers.look(agent);
  }
}

/** The maintenance of an agent is another one now: all that was asked and answered is void. */
export function forgetAsked(term: Term, agent: Agent): void {
  for (const asked of agent.asked.values()) withdraw(term, asked);
}

/** Makes and takes back the inverse offers that there is reason for, on a bounded number of agents; the next slice goes on with the others. */
export function serveInverseOffers(term: Term): void {
  const made = new Map<FrameworkId, InverseOffer[]>();
  for (const agent of term.inverseOffers.takeAgents(AGENTS_PER_SLICE)) review(term, agent, made);
  if (term.inverseOffers.hasAgents) term.timers.slices.set('inverse-offers', after(term.at.now, 1));
  for (const [frameworkId, ids] of term.inverseOffers.takeRescinded()) {
    tellInChunks(term, frameworkId, {
      of: ids,
      as: (inverseOfferIds) => ({ event: 'rescind-inverse', inverseOfferIds }) as const,
    });
  }
  for (const [frameworkId, inverseOffers] of made) {
    tellInChunks(term, frameworkId, {
      of: inverseOffers,
      as: (chunk) => ({ event: 'inverse-offers', inverseOffers: chunk }) as const,
    });
  }
}

/** Brings what is asked about one agent in step with who runs something there. */
function review(term: Term, agent: Agent, made: Map<FrameworkId, InverseOffer[]>): void {
  const unavailability = agent.mirrored ? unavailabilityOf(agent) : undefined;
  const tenants = unavailability === undefined ? NOBODY : tenantsOf(agent);
  for (const asked of agent.asked.values()) {
    if (!tenants.has(asked.frameworkId)) withdraw(term, asked);
  }
  if (unavailability === undefined) return;
  for (const frameworkId of tenants) {
    const framework = term.cluster.frameworks.get(frameworkId);
    if (framework === undefined || !isOfferedTo(framework)) continue;
    const asked = askedOf(term, agent, frameworkId);
    if (asked.inverseOfferId !== undefined || asked.askAgainAt !== undefined) continue;
    const inverseOfferId = term.nextOfferId();
    asked.inverseOfferId = inverseOfferId;
    term.cluster.inverseOffers.set(inverseOfferId, asked);
    const { agentId, info } = agent;
    const offer: InverseOffer = { inverseOfferId, frameworkId, agentId, hostname: info.hostname, unavailability };
    const waiting = made.get(frameworkId);
    if (waiting === undefined) made.set(frameworkId, [offer]);
    else waiting.push(offer);
    term.observe({ event: 'inverse-offer-made', agentId, frameworkId });
  }
}

const NOBODY: ReadonlySet<FrameworkId> = new Set();

function askedOf(term: Term, agent: Agent, frameworkId: FrameworkId): AskedToLeave {
  const known = agent.asked.get(frameworkId);
  if (known !== undefined) return known;
  const asked: AskedToLeave = {
    agent,
    frameworkId,
    answer: 'asked',
    inverseOfferId: undefined,
    askAgainAt: undefined,
    answers: 0,
  };
  agent.asked.set(frameworkId, asked);
  term.inverseOffers.asked(asked);
  return asked;
}

/** Forgets that a framework was asked, and takes the question back if it is open. */
function withdraw(term: Term, asked: AskedToLeave): void {
  const { agent, frameworkId, inverseOfferId } = asked;
  agent.asked.delete(frameworkId);
  term.inverseOffers.unasked(asked);
  term.timers.inverseOffers.cancel(asked);
  if (inverseOfferId === undefined) return;
  closeInverseOffer(term, asked);
  term.inverseOffers.rescind(frameworkId, inverseOfferId);
}

function closeInverseOffer(term: Term, asked: AskedToLeave): void {
  if (asked.inverseOfferId !== undefined) term.cluster.inverseOffers.delete(asked.inverseOfferId);
  asked.inverseOfferId = undefined;
}

function tellInChunks<Item>(
  term: Term,
  frameworkId: FrameworkId,
  told: { readonly of: readonly Item[]; readonly as: (chunk: readonly Item[]) => Parameters<typeof tell>[2] },
): void {
  const session = term.cluster.frameworks.get(frameworkId)?.session;
  if (session === undefined) return;
  for (let from = 0; from < told.of.length; from += CHUNK_ENTRIES_MAX)
    tell(term, session, told.as(told.of.slice(from, from + CHUNK_ENTRIES_MAX)));
}
