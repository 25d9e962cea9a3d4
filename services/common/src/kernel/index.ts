export type { Brand } from './brand';
export { after, wallAfter } from './clock';
export type { Cancel, Clock, Moment, MonotonicMs, Random, WallMs } from './clock';
export { ID_BYTES_MAX, NO_CALL, idProblem, linkNumberOf, proposalIdOf, streamIdOf, writeIdOf } from './ids';
export type {
  AgentId,
  CallId,
  FrameworkId,
  GatewayId,
  LinkNumber,
  OfferId,
  ProposalId,
  StreamId,
  TaskId,
  WriteId,
} from './ids';
export {
  NO_EPOCH,
  compareEpochs,
  compareLaunchIds,
  epochOfId,
  epochText,
  frameworkIdOf,
  launchIdOf,
  offerIdOf,
} from './epoch';
export type { Epoch, LaunchId } from './epoch';
export { InvariantBroken, required, unreachable } from './unreachable';
export { MalformedMessage } from './malformed';
export { problemsText } from './problem';
export type { Problem } from './problem';
export { Agenda } from './agenda';
export { childTraceparent, NumberedTraces, rootTraceparent } from './trace';
export type { Traceparent } from './trace';
