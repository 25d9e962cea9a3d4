export { describeCoordination, lead, putAgent, RecordingSink, writeEach } from './coordination-contract';
export type { CoordinationBench, Term } from './coordination-contract';
export { simulatedCoordination } from './simulated-coordination';
export type { SimulatedInstance } from './simulated-coordination';
export { SimulatedEtcd, SimulatedEtcdClient } from './simulated-etcd';
export type { EtcdTroubleCounts, EtcdTroubles, SimulatedEtcdPorts } from './simulated-etcd';
export { SimulatedStore } from './simulated-store';
