import { status } from '@grpc/grpc-js';
import { fileProblemStatus } from './refusal-status';

test('given a task that nobody knows, when its file is asked for, then the remedy says where ids are looked up', () => {
  const { code, details } = fileProblemStatus('not-found', 'no task t of framework nope is known');

  expect(code).toBe(status.NOT_FOUND);
  expect(details).toBe(
    'no task t of framework nope is known. Look up the path with ListFiles, and the ids of frameworks and tasks with GetState.',
  );
});
