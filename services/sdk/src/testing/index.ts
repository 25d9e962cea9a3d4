export { aStatus, aTask, anOffer, FRAMEWORK, GivenScheduler, resourcesOf } from './given-scheduler';
