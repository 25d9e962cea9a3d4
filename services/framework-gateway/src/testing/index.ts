export { FakeMaster } from './fake-master';
export {
  EPOCH_1,
  EPOCH_2,
  GivenGateway,
  MASTER,
  OPTIONS,
  SPARK,
  STAMP,
  callId,
  infoOf,
  offerOf,
  subscribeOf,
} from './given-gateway';
