import type { Offer } from '@parley/common/contract';
import { containsResources, isEmptyResources, subtractResources } from '@parley/common/resources';
import type { Resources } from '@parley/common/resources';
import type { WantedTask } from './wanted-task';

/** One ACCEPT launches at most this many tasks, which say at most this much unless one alone says more, so that no message is near the 1 MiB that a gateway takes. */
export const LAUNCHES_MAX = 100;
const LAUNCH_BYTES_MAX = 512 * 1024;
/** So many tasks that do not fit are passed over before the rest is left for the next offer. */
const MISSES_MAX = 1_000;

/** What an offer is used for. */
export interface Placement<Wish> {
  readonly chosen: readonly Wish[];
  /** True when more would have fitted but for the bounds of one ACCEPT: what is left should be offered again at once. */
  readonly cut: boolean;
}

/** Chooses, in order, the tasks that fit into an offer. */
export function placeTasks<Wish extends { readonly wanted: WantedTask }>(
  offer: Offer,
  wishes: Iterable<Wish>,
): Placement<Wish> {
  const chosen: Wish[] = [];
  /** Resources that did not fit before do not fit what is left either; tasks of one kind share theirs. At most {@link MISSES_MAX}. */
  const tooLarge = new Set<Resources>();
  let left = offer.resources;
  let bytes = 0;
  let misses = 0;
  for (const wish of wishes) {
    const { resources, role } = wish.wanted;
    if (misses >= MISSES_MAX || isEmptyResources(left)) break;
    const roleFits = role === undefined || role === offer.role;
    if (!roleFits || tooLarge.has(resources) || !containsResources(left, resources)) {
      if (roleFits) tooLarge.add(resources);
      misses += 1;
      continue;
    }
    bytes += bytesOf(wish.wanted);
    const tooMuch = bytes > LAUNCH_BYTES_MAX && chosen.length > 0;
    if (chosen.length >= LAUNCHES_MAX || tooMuch) return { chosen, cut: true };
    left = subtractResources(left, resources);
    chosen.push(wish);
  }
  return { chosen, cut: false };
}

/** What may be long of a task, in bytes as it travels. */
function bytesOf({ name, command, data, labels }: WantedTask): number {
  let bytes = data.length + Buffer.byteLength(name) + Buffer.byteLength(command.value);
  for (const argument of command.arguments) bytes += Buffer.byteLength(argument);
  for (const variable of command.environment)
    bytes += Buffer.byteLength(variable.name) + Buffer.byteLength(variable.value);
  for (const label of labels) bytes += Buffer.byteLength(label.key) + Buffer.byteLength(label.value);
  return bytes;
}
