import type { Brand } from './brand';
import type { FrameworkId, OfferId } from './ids';

/** Identifies one term of leadership. Compared as numbers, first incarnation, then revision; the cluster id only tells clusters apart. */
export interface Epoch {
  readonly clusterId: string;
  /** Raised by an operator after a restore of etcd, and by the standalone store at each start. */
  readonly incarnation: number;
  /** Create revision of the leader key. */
  readonly revision: number;
}

/** Lower than every epoch that a master can hold. */
export const NO_EPOCH: Epoch = { clusterId: '', incarnation: 0, revision: 0 };

/** Negative when `a` is older than `b`, positive when newer, 0 when they are the same term. */
export function compareEpochs(a: Epoch, b: Epoch): number {
  return a.incarnation - b.incarnation || a.revision - b.revision;
}

/** Short text form used inside ids: `incarnation-revision`. */
export function epochText(epoch: Epoch): string {
  return `${String(epoch.incarnation)}-${String(epoch.revision)}`;
}

/** Names one launch of a task for ever: `incarnation-revision-counter`. Of two launches with one task id the higher is the task. */
export type LaunchId = Brand<string, 'LaunchId'>;

/** Makes the launch id number `counter` of a term. */
export function launchIdOf(epoch: Epoch, counter: number): LaunchId {
  return `${epochText(epoch)}-${String(counter)}` as LaunchId;
}

/** Makes the offer id number `counter` of a term; the term inside tells an older leader's offers apart. */
export function offerIdOf(epoch: Epoch, counter: number): OfferId {
  return `O-${epochText(epoch)}-${String(counter)}` as OfferId;
}

/** Makes the framework id number `counter` of a term. */
export function frameworkIdOf(epoch: Epoch, counter: number): FrameworkId {
  return `F-${epochText(epoch)}-${String(counter)}` as FrameworkId;
}

/** Numbers inside an id of the form `…-n-n-n`, or undefined when the text is none. */
function numbersOf(id: string): readonly [number, number, number] | undefined {
  const match = /(\d{1,15})-(\d{1,15})-(\d{1,15})$/.exec(id);
  if (match === null) return undefined;
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Negative when launch `a` is older than `b`; texts that are no launch ids sort below all others. */
export function compareLaunchIds(a: LaunchId, b: LaunchId): number {
  const [ai, ar, ac] = numbersOf(a) ?? [-1, -1, -1];
  const [bi, br, bc] = numbersOf(b) ?? [-1, -1, -1];
  return ai - bi || ar - br || ac - bc;
}

/** The term in which an id that ends in `incarnation-revision-counter` was made (offers, launches, frameworks), or undefined. */
export function epochOfId(id: string): { readonly incarnation: number; readonly revision: number } | undefined {
  const numbers = numbersOf(id);
  return numbers === undefined ? undefined : { incarnation: numbers[0], revision: numbers[1] };
}
