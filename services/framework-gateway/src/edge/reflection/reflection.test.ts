import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SystemClock } from '@parley/common/actor';
import { MalformedMessage } from '@parley/common/kernel';
import { GrpcServer } from '@parley/common/rpc';
import { DESCRIPTOR_PATH } from '@parley/protos';
import * as fc from 'fast-check';
import { DescriptorCatalog } from './descriptor-catalog';
import { bytesOf, lengthDelimited, textsOf } from './protobuf';
import { addReflection, answerQuestion, decodeQuestion } from './reflection-service';

const run = promisify(execFile);
const SEED = 20_251_104;
const PUBLIC_SERVICES = ['parley.scheduler.v1.SchedulerService', 'parley.operator.v1.OperatorService'];
const catalog = new DescriptorCatalog(readFileSync(DESCRIPTOR_PATH), PUBLIC_SERVICES);

/** The names of the files in the answer to a question. */
function filesAnswered(member: number, text: string): readonly string[] {
  const answer = answerQuestion(catalog, decodeQuestion(lengthDelimited(member, text)));
  return bytesOf(answer, 4)
    .flatMap((files) => bytesOf(files, 1))
    .flatMap((file) => textsOf(file, 1));
}

test('given the contract, when services are listed, then those that are served are, and no others that it declares', () => {
  expect(catalog.fileOf('parley.master.v1.MasterService')).toBeDefined();
  expect(catalog.services).toEqual(PUBLIC_SERVICES);
});

test('given a symbol, when its file is asked for, then the file comes first and all its imports follow', () => {
  const files = filesAnswered(4, 'parley.scheduler.v1.SchedulerService');

  expect(files[0]).toBe('parley/scheduler/v1/scheduler_service.proto');
  expect(files).toEqual(expect.arrayContaining(['parley/types/v1/resources.proto', 'parley/types/v1/task.proto']));
  expect(new Set(files).size).toBe(files.length);
});

test('given a method or a message, when its file is asked for, then it is found', () => {
  expect(filesAnswered(4, 'parley.operator.v1.OperatorService.Watch')[0]).toBe(
    'parley/operator/v1/operator_service.proto',
  );
  expect(filesAnswered(3, 'parley/types/v1/label.proto')).toEqual(['parley/types/v1/label.proto']);
});

test('given a name that is not declared, when it is asked for, then the answer says so', () => {
  const answer = answerQuestion(catalog, decodeQuestion(lengthDelimited(4, 'no.such.Thing')));

  expect(bytesOf(answer, 7).flatMap((error) => textsOf(error, 2))).toEqual(['the contract declares no no.such.Thing']);
});

test('whatever bytes come, they are answered or called malformed', () => {
  const holds = fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    try {
      expect(answerQuestion(catalog, decodeQuestion(Buffer.from(bytes))).length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedMessage);
    }
  });

  fc.assert(holds, { seed: SEED, numRuns: 1_000 });
});

test('given a strict client, when it knows nothing but the address, then it resolves the services and their methods', async () => {
  const server = new GrpcServer();
  const clock = new SystemClock();
  addReflection(server, catalog, clock);
  const port = await server.listen('127.0.0.1:0');
  try {
    const buf = join(__dirname, '../../../../../node_modules/.bin/buf');
    const options = ['curl', '--protocol', 'grpc', '--http2-prior-knowledge', '--list-methods'];

    const { stdout } = await run(buf, [...options, `http://127.0.0.1:${String(port)}`]);

    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'parley.scheduler.v1.SchedulerService/Connect',
        'parley.operator.v1.OperatorService/GetState',
      ]),
    );
  } finally {
    await server.close(clock, 100);
  }
});
