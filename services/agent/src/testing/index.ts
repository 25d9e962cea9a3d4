export { amount, EPOCH, FRAMEWORK, GivenAgent, launchId, order } from './given-agent';
export { runtimeContract, sandboxKey, shell, startOf, Watched } from './runtime-contract';
export type { RuntimeBench } from './runtime-contract';
export { SimulatedMachine } from './simulated-machine';
export { simulatedCommand } from './simulated-command';
export type { SimulatedCommand } from './simulated-command';
