import { AGENT_LINK, GATEWAY_LINK } from '../../worlds/simulated/stream-kinds';
import type { Fault, FaultField } from './fault-field';

function machines({ cluster }: FaultField): readonly string[] {
  const stations = [...cluster.masters.values(), ...cluster.gateways.values(), ...cluster.agents.values()];
  return [...stations.map(({ host }) => host.name), cluster.allocator.host.name];
}

/** Cuts one machine off from some others, or from all, for a while. */
function partition(field: FaultField, oneWay: boolean): void {
  const { cluster, chance } = field;
  const { network, timeline } = cluster;
  const all = machines(field);
  const one = chance.pick(all);
  if (one === undefined) return;
  const others = all.filter((name) => name !== one && chance.happens(0.7));
  const outward = chance.happens(0.5);
  const paths = others.flatMap((other): (readonly [string, string])[] => {
    if (!oneWay) {
      return [
        [one, other],
        [other, one],
      ];
    }
    return outward ? [[one, other]] : [[other, one]];
  });
  for (const [from, to] of paths) network.block(from, to);
  field.count(oneWay ? 'one-way partition' : 'two-way partition');
  timeline.in(chance.happens(0.6) ? chance.between(500, 8_000) : chance.between(8_000, 60_000), () => {
    for (const [from, to] of paths) network.unblock(from, to);
  });
}

const connectionLost: Fault = (field) => {
  const { network } = field.cluster;
  const connection = field.chance.pick(network.connections);
  if (connection === undefined) return;
  field.count('connection lost');
  network.reset(connection);
};

/** A stream that its client has given up goes on delivering what it had said. */
const oldStream: Fault = (field) => {
  const { network } = field.cluster;
  const connection = field.chance.pick(network.connections);
  if (connection === undefined) return;
  network.linger(connection, field.chance.between(200, 5_000), () => {
    field.count('old stream after new');
  });
};

/** An agent or a gateway registers twice in a row, and the older registration arrives after the newer. */
const oldRegistration: Fault = (field) => {
  const { network } = field.cluster;
  const { chance } = field;
  const kind = chance.happens(0.8) ? AGENT_LINK.name : GATEWAY_LINK.name;
  const connection = chance.pick(network.connections.filter((each) => each.kind === kind));
  if (connection === undefined) return;
  const lateMs = chance.between(300, 4_000);
  const happened = (): void => {
    field.count('old registration after new');
  };
  network.lingerNext(connection.hostOn('client'), kind, { lateMs, happened });
  network.reset(connection);
};

const slowNetwork: Fault = (field) => {
  const { network, timeline } = field.cluster;
  network.weather.delayLeastMs = field.chance.between(2, 50);
  network.weather.delayMostMs = field.chance.between(50, 1_200);
  field.count('slow network');
  timeline.in(field.chance.between(2_000, 20_000), () => {
    network.weather.delayLeastMs = 1;
    network.weather.delayMostMs = 3;
  });
};

const lookupsUnanswered: Fault = (field) => {
  const { network, timeline } = field.cluster;
  network.weather.lookupsLost = field.chance.between(3, 10) / 10;
  field.count('lookups unanswered');
  timeline.in(field.chance.between(2_000, 20_000), () => {
    network.weather.lookupsLost = 0;
  });
};

/** Faults of the network between machines. */
export const NETWORK_FAULTS: readonly Fault[] = [
  (field) => {
    partition(field, true);
  },
  (field) => {
    partition(field, false);
  },
  connectionLost,
  oldStream,
  oldRegistration,
  slowNetwork,
  lookupsUnanswered,
];
