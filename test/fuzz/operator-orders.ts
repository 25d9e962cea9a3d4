import { codecOf, loadPublic } from '@parley/protos';
import type { Chance } from '../worlds/simulated/chance';

/** One order or question of an operator that comes close to being right, and changes nothing for anybody else. */
export interface OperatorOrder {
  readonly method: string;
  readonly bytes: Buffer;
}

const ROLES = ['', '*', '..', 'a//b', '-x', 'nobody', 'nobody/below', 'ü'.repeat(200)];
const AGENTS = ['', 'none', '..', 'a/b', 'ü'.repeat(100)];
const WEIGHTS = [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1, 2.5];
const AMOUNTS = ['-1', '0', '1', '9007199254740993', '9223372036854775807'];
const HOSTS = [[], [''], ['nowhere'], ['nowhere', 'nowhere'], ['x'.repeat(5_000)]];

type Make = (chance: Chance) => OperatorOrder;

const some = <Item>(chance: Chance, items: readonly Item[]): Item => chance.pick(items) as Item;
const order = (method: string, request: object): OperatorOrder => ({
  method,
  bytes: codecOf(loadPublic(), `parley.operator.v1.${method}Request`).encode(request),
});

const MAKERS: readonly Make[] = [
  (chance) => {
    const weights = [ROLES, ROLES].map((roles) => ({ role: some(chance, roles), weight: some(chance, WEIGHTS) }));
    return order('UpdateWeights', { weights: chance.happens(0.9) ? weights : [] });
  },
  (chance) => {
    const limits = [{ name: some(chance, ['', 'cpus', 'ports', 'none']), milli: some(chance, AMOUNTS) }];
    // A guarantee that is kept for nobody would starve those that behave well.
    const guarantees = chance.happens(0.5) ? [] : [{ name: some(chance, ['', 'none']), milli: '-1' }];
    const quotas = [{ role: some(chance, ROLES.slice(2)), quota: { guarantees, limits } }];
    return order('UpdateQuota', { quotas, force: chance.happens(0.5) });
  },
  (chance) =>
    order('UpdatePacking', { packings: [{ role: some(chance, ROLES.slice(2)), packing: some(chance, [0, 1, 99]) }] }),
  (chance) => order(some(chance, ['DeactivateAgent', 'ReactivateAgent']), { agentId: some(chance, AGENTS) }),
  (chance) => order('UpdateWhitelist', chance.happens(0.5) ? {} : { whitelist: { hostnames: [''] } }),
  (chance) => {
    const unavailability = { startsAtMs: some(chance, AMOUNTS), durationMs: some(chance, AMOUNTS) };
    const window = { hostnames: some(chance, HOSTS), unavailability: chance.happens(0.8) ? unavailability : null };
    return order('UpdateMaintenance', {
      windows: chance.happens(0.3) ? [] : [window, window].slice(chance.between(0, 1)),
    });
  },
  (chance) => order(some(chance, ['GetWhitelist', 'GetMaintenance']), {}),
];

/** Any of them. */
export function operatorOrder(chance: Chance): OperatorOrder {
  return some(chance, MAKERS)(chance);
}
