import { standingOf } from '../domain/agents/standing';
import type { Agent } from '../domain/agents/agent';
import { isPlaced, placeAgent } from '../domain/cluster';
import type { PendingAnswer } from '../domain/frameworks/call-log';
import { OK } from '../domain/frameworks/call-log';
import { isDraining, sameUnavailability, unavailabilityOf } from '../domain/maintenance/planned-window';
import { resolve } from './answers';
import { forgetAsked } from './inverse-offers';
import type { Job } from './jobs';
import { rescindOffersOf } from './offers';
import type { Term } from './term';
import { touchAgent } from './touch';

/** Agents that are looked at in one step of a walk. */
const AGENTS_PER_STEP = 16;
/** What an agent that changed counts for in a slice: taking its offers back and telling of it takes some ten microseconds, so that about 500 go into one. */
const CHANGED_BYTES = 2_048;

/** Brings all agents in step with what was said about their hosts, in slices, and then answers. Until a slice reaches an agent, it keeps what it was told and
 *  offered; a proposal that names it brings it in step first. */
export function placeAll(term: Term, waiting?: PendingAnswer): void {
  const { placements } = term;
  placements.outdated = true;
  if (waiting !== undefined) placements.waiting.push(waiting);
  if (placements.walking) return;
  placements.walking = true;
  term.jobs.add(walk(term));
}

function* walk(term: Term): Job {
  const { placements } = term;
  while (placements.outdated) {
    placements.outdated = false;
    const waiting = placements.waiting.splice(0);
    let looked = 0;
    for (const agent of term.cluster.agents.values()) {
      looked += 1;
      if (followHost(term, agent)) yield CHANGED_BYTES;
      else if (looked % AGENTS_PER_STEP === 0) yield 0;
    }
    for (const pending of waiting) resolve(term, pending, OK);
  }
  placements.walking = false;
}

/** Brings one agent in step with what was said about its host. When nothing may be offered of it any more, or its offers tell what is no longer so, they are
 *  taken back; its tasks run on. False when it was in step. */
export function followHost(term: Term, agent: Agent): boolean {
  if (isPlaced(term.cluster, agent)) return false;
  const standing = standingOf(agent);
  const draining = isDraining(agent);
  const unavailability = unavailabilityOf(agent);
  const { listed } = agent;
  placeAgent(term.cluster, agent);
  const told = !sameUnavailability(unavailability, unavailabilityOf(agent));
  const turned = draining !== isDraining(agent);
  if (!told && !turned && listed === agent.listed && standing === standingOf(agent)) return true;
  if (told) forgetAsked(term, agent);
  if (told || turned || standingOf(agent) !== 'offerable') rescindOffersOf(term, agent);
  touchAgent(term, agent);
  return true;
}
