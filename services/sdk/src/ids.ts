import type { CallId, FrameworkId, LinkNumber, StreamId, TaskId } from '@parley/common/kernel';

/** The stream that a scheduler dials as its `number`-th; never used twice in one process. */
export function toStreamId(number: number): StreamId {
  return number as StreamId;
}

/** The link number that goes with the `number`-th stream. */
export function toLinkNumber(number: number): LinkNumber {
  return number as LinkNumber;
}

/** The id of a call, unique within a framework when `text` is. */
export function toCallId(text: string): CallId {
  return text as CallId;
}

/** No call id: the client wants no answer. */
export const NO_CALL_ID = toCallId('');

/** A task id whose text was checked, or derived from one that was. */
export function toTaskId(text: string): TaskId {
  return text as TaskId;
}

/** A framework id as a master assigned it earlier and a store kept it. */
export function toFrameworkId(text: string): FrameworkId {
  return text as FrameworkId;
}

/** What a framework says before the master assigned it an id. */
export const NO_FRAMEWORK_ID = toFrameworkId('');
