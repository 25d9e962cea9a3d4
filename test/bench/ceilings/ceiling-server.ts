import type { ServerDuplexStream } from '@grpc/grpc-js';
import { GrpcServer } from '@parley/common/rpc';
import { ceilingMethod } from './ceiling-contract';

/** The answering half of the ceilings, in a process of its own: answers every message with an empty one. Tells its port and ends with its parent. */
async function serve(): Promise<void> {
  const server = new GrpcServer();
  const echo = (call: ServerDuplexStream<object, object>): void => {
    call.on('data', () => call.write({}));
    call.on('end', () => call.end());
  };
  server.add({ Bidi: ceilingMethod('bidi'), Batch: ceilingMethod('batch') }, { Bidi: echo, Batch: echo });
  process.send?.({ port: await server.listen('127.0.0.1:0') });
  process.once('disconnect', () => process.exit(0));
}

void serve();
