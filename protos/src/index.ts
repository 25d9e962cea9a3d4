export {
  DESCRIPTOR_PATH,
  INTERNAL_OPTIONS,
  PUBLIC_OPTIONS,
  codecOf,
  loadInternal,
  loadPublic,
  protoFiles,
  serviceOf,
  type MessageCodec,
} from './load';
