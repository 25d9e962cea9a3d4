export { FakeGateway } from './fake-gateway';
export type { Ran } from './fake-gateway';
export { aStatus, aTask, anOffer, FRAMEWORK, GivenScheduler, resourcesOf } from './given-scheduler';
