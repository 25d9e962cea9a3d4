import type { MethodDefinition } from '@grpc/grpc-js';
import { required } from '@parley/common/kernel';
import { loadInternal, loadPublic, serviceOf } from '@parley/protos';

/** A method of the links between services. */
export function internalMethod(service: string, name: string): MethodDefinition<object, object> {
  return required(serviceOf(loadInternal(), service)[name], `method ${name}`) as MethodDefinition<object, object>;
}

/** A method of the public contract. */
export function publicMethod(service: string, name: string): MethodDefinition<object, object> {
  return required(serviceOf(loadPublic(), service)[name], `method ${name}`) as MethodDefinition<object, object>;
}
