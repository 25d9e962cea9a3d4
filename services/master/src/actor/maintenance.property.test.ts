import type { InverseOffer, OperatorQuery } from '@parley/common/contract';
import type { CallId, OfferId, WallMs } from '@parley/common/kernel';
import * as fc from 'fast-check';
import { standingOf } from '../domain/agents/standing';
import { tenantsOf } from '../domain/maintenance/asked-to-leave';
import { unavailabilityOf } from '../domain/maintenance/planned-window';
import { checkCluster } from '../testing/check-cluster';
import { GivenMaster } from '../testing/given-master';
import { taskOf } from '../testing/played-peers';
import type { PlayedAgent, PlayedGateway, PlayedSession } from '../testing/played-peers';

const HOSTS = ['a1.test', 'a2.test', 'elsewhere'];
/** Wall time at the beginning of the clock of tests. */
const WALL = 1_767_225_600_000;

const small = fc.nat(5);
const act = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('offer', 'launch', 'advance') },
    { weight: 3, arbitrary: fc.constantFrom('schedule', 'answer', 'answer', 'finish') },
    { weight: 1, arbitrary: fc.constantFrom('deactivate', 'reactivate', 'whitelist') },
    { weight: 1, arbitrary: fc.constantFrom('leave', 'lose-agent', 'hold-writes', 'finish-writes') },
  ),
  a: small,
  b: fc.nat(1_000),
});

type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** Two agents, two frameworks that run tasks on them, and an operator who plans and orders all the time. */
class Play {
  readonly given = new GivenMaster({ settings: { minAllocatable: [], refuseMs: 100, refuseMaxMs: 1_000 } });
  readonly agents: PlayedAgent[];
  readonly sessions: PlayedSession[];
  readonly #gateway: PlayedGateway = this.given.gateway();
  #count = 0;

  constructor() {
    this.agents = ['a1', 'a2'].map((id) => this.given.registerAgent({ id }));
    this.sessions = ['s1', 's2'].map(() => this.given.subscribe(this.#gateway));
    this.given.allocatorReady();
  }

  take({ what, a, b }: Act): void {
    const session = this.sessions[a % 2]!;
    const agent = this.agents[b % 2]!;
    switch (what) {
      case 'offer':
        this.given.propose({ framework: session.frameworkId, agent: agent.agentId, resources: 'cpus:1;mem:64' });
        return;
      case 'launch':
        this.#launch(session);
        return;
      case 'advance':
        this.given.advance(b * 20);
        return;
      case 'finish':
        this.#finish(agent);
        return;
      case 'answer':
        this.#answer(session, b);
        return;
      case 'leave':
        this.#leaveAndReturn(a % 2);
        return;
      case 'lose-agent':
        this.given.loseAgent(agent);
        this.agents[b % 2] = this.given.registerAgent({ id: agent.agentId });
        return;
      case 'hold-writes':
        this.given.holdWrites = true;
        return;
      case 'finish-writes':
        this.given.holdWrites = false;
        this.given.finishWrites();
        return;
      default:
        this.#order({ what, a, b });
    }
  }

  #launch(session: PlayedSession): void {
    const offer = [...this.given.core.term.cluster.offers.values()].find(
      ({ frameworkId }) => frameworkId === session.frameworkId,
    );
    if (offer === undefined) return;
    const id = `t${String((this.#count += 1))}`;
    this.given.accept(session, [offer.offerId], { tasks: [taskOf({ id, agent: offer.agentId })], refuseMs: 0 });
  }

  #finish({ agentId, ...peer }: PlayedAgent): void {
    const task = this.given.core.term.cluster.agents.get(agentId)?.tasks.values().next().value;
    if (task === undefined) return;
    const { frameworkId: framework, taskId: id, launchId: launch } = task;
    this.given.update({ agentId, ...peer }, { framework, id, launch, state: 'finished' });
  }

  #answer(session: PlayedSession, b: number): void {
    const inverseOfferIds = [...this.given.core.term.cluster.inverseOffers]
      .filter(([, asked]) => asked.frameworkId === session.frameworkId)
      .map(([id]) => id);
    const filters = { refuseMs: [undefined, 0, 3_000][b % 3] };
    const call = b % 2 === 0 ? 'accept-inverse' : 'decline-inverse';
    this.given.call(session, { call, callId: '' as CallId, inverseOfferIds, filters });
  }

  #leaveAndReturn(number: number): void {
    const { session, frameworkId, stamp } = this.sessions[number]!;
    this.given.fromGateway(this.#gateway, { item: 'session-closed', session, frameworkId, stamp, clean: true });
    this.sessions[number] = this.given.subscribe(this.#gateway, { info: { frameworkId } });
  }

  #order({ what, a, b }: Act): void {
    const { agentId } = this.agents[b % 2]!;
    const queries: Readonly<Record<string, OperatorQuery>> = {
      schedule: { query: 'update-maintenance', windows: this.#windows(a, b) },
      deactivate: { query: 'deactivate-agent', agentId },
      reactivate: { query: 'reactivate-agent', agentId },
      whitelist: { query: 'update-whitelist', hostnames: a % 3 === 0 ? HOSTS.slice(b % 3) : undefined },
    };
    const query = queries[what];
    if (query === undefined) return;
    this.given.fromGateway(this.#gateway, { item: 'operator-query', requestId: (this.#count += 1), query });
  }

  #windows(a: number, b: number): Extract<OperatorQuery, { query: 'update-maintenance' }>['windows'] {
    const startsAt = (WALL + this.given.now + (b - 300) * 30) as WallMs;
    const unavailability = { startsAt, durationMs: [10_000, 500, undefined][b % 3] };
    if (a === 0) return [];
    return a < 4 ? [{ hostnames: HOSTS.slice(0, a), unavailability }] : [{ hostnames: HOSTS.slice(1), unavailability }];
  }
}

/** What must hold after every step. */
function faults(play: Play): readonly string[] {
  return [...checkCluster(play.given.core), ...offerFaults(play), ...inverseFaults(play)];
}

function offerFaults({ given, sessions }: Play): readonly string[] {
  const { cluster } = given.core.term;
  const told = new Map(sessions.flatMap((session) => given.offersTo(session)).map((offer) => [offer.offerId, offer]));
  return [...cluster.offers.values()].flatMap(({ offerId, agentId }) => {
    const agent = cluster.agents.get(agentId)!;
    if (standingOf(agent) !== 'offerable') return [`${offerId} is of an agent that is ${standingOf(agent)}`];
    const same = told.get(offerId)?.unavailability?.startsAt === unavailabilityOf(agent)?.startsAt;
    return same ? [] : [`${offerId} tells another plan`];
  });
}

function inverseFaults(play: Play): readonly string[] {
  const open = openInverseOffers(play);
  return [...play.given.core.term.cluster.inverseOffers].flatMap(([id, { agent, frameworkId }]) => {
    const same = open.get(id)?.unavailability.startsAt === unavailabilityOf(agent)?.startsAt;
    if (!tenantsOf(agent).has(frameworkId)) return [`${id} asks somebody who is not there`];
    return same ? [] : [`${id} was not told, or tells another plan`];
  });
}

/** What the sessions believe to be asked. */
function openInverseOffers({ given, sessions }: Play): ReadonlyMap<OfferId, InverseOffer> {
  const open = new Map<OfferId, InverseOffer>();
  for (const event of sessions.flatMap((session) => given.heard(session))) {
    const made = event.event === 'inverse-offers' ? event.inverseOffers : [];
    for (const each of made) open.set(each.inverseOfferId, each);
    const ended = event.event === 'rescind-inverse' ? event.inverseOfferIds : [];
    for (const id of ended) open.delete(id);
  }
  return open;
}

test('whatever is planned and ordered, offers and inverse offers tell what is so, and nothing is offered that may not be', () => {
  const seen = new Map<string, number>();
  const holds = fc.property(fc.array(act, { minLength: 60, maxLength: 80, size: 'max' }), (acts) => {
    const play = new Play();
    for (const each of acts) {
      play.take(each);
      expect(faults(play)).toEqual([]);
    }
    for (const { event } of play.given.events) seen.set(event, (seen.get(event) ?? 0) + 1);
  });

  fc.assert(holds, { seed: 20_261_122, numRuns: 45 });

  for (const event of ['inverse-offer-made', 'inverse-offer-answered', 'maintenance-phase', 'agent-deactivated'])
    expect([event, (seen.get(event) ?? 0) >= 5]).toEqual([event, true]);
});
