export { FakeMaster } from './fake-master';
export {
  EPOCH_1,
  EPOCH_2,
  GivenGateway,
  MASTER,
  OPTIONS,
  SPARK,
  STAMP,
  WANTED,
  callId,
  infoOf,
  killOf,
  offerOf,
  resultOf,
  subscribeOf,
} from './given-gateway';
