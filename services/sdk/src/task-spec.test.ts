import { idPartOf, InvalidTask, toWantedTask } from './task-spec';
import type { TaskSpec } from './task-spec';

const SOUND: TaskSpec = { name: 'job', resources: 'cpus:0.5;mem:64', command: 'true' };

test('given a short description, when it is turned into a task, then the rest are defaults', () => {
  const task = toWantedTask(SOUND, 'job.1');

  expect(task).toMatchObject({
    key: 'job.1',
    command: { shell: true, value: 'true', arguments: [] },
    relaunch: 'before-start',
    attemptsMax: 20,
    killPolicy: undefined,
  });
  expect(toWantedTask(SOUND, 'job.2').resources).toBe(task.resources);
});

test('given a program with arguments, when it is turned into a task, then no shell is used', () => {
  const spec = { ...SOUND, command: { program: '/bin/echo', arguments: ['a b'] }, environment: { A: '1' }, graceMs: 5 };

  expect(toWantedTask(spec, 'k')).toMatchObject({
    command: {
      shell: false,
      value: '/bin/echo',
      arguments: ['/bin/echo', 'a b'],
      environment: [{ name: 'A', value: '1' }],
    },
    killPolicy: { graceMs: 5 },
  });
});

test('given a description with several faults, when it is turned into a task, then all are reported at once', () => {
  const faulty = { name: '', resources: 'cpus:x', command: '', data: 'x'.repeat(16_385), graceMs: -1, attemptsMax: 0 };
  const fields = (): readonly string[] => {
    try {
      toWantedTask(faulty, 'a/b');
      return [];
    } catch (error) {
      return error instanceof InvalidTask ? error.problems.map((problem) => problem.field) : [];
    }
  };

  expect(fields()).toEqual(['id', 'name', 'resources', 'command', 'data', 'graceMs', 'attemptsMax']);
});

test('given a task without resources, when it is described, then that is refused', () => {
  expect(() => toWantedTask({ ...SOUND, resources: 'cpus:0' }, 'k')).toThrow('a task needs some resource');
});

test('given a name with spaces and slashes, when it becomes part of an id, then those are replaced', () => {
  expect(idPartOf('my job / nightly')).toBe('my-job-nightly');
});
