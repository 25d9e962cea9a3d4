import { readSimulateOptions } from './simulate-options';

test('given nothing, when the command line is read, then 200 seeds of three minutes are run', () => {
  expect(readSimulateOptions([])).toEqual({
    read: 'options',
    options: { first: 1, count: 200, minutes: 3, trace: false, keepGoing: false },
  });
});

test('given one seed, when the command line is read, then it alone is run', () => {
  expect(readSimulateOptions(['--seed', '7', '--trace', '--minutes=5'])).toEqual({
    read: 'options',
    options: { first: 7, count: 1, minutes: 5, trace: true, keepGoing: false },
  });
});

test.each(['abc', '0', '-1', '1.5', '99999999999', ''])(
  'given --seeds=%s, when the command line is read, then it is a fault and nothing is run',
  (given) => {
    expect(readSimulateOptions([`--seeds=${given}`])).toEqual({
      read: 'faults',
      faults: [`--seeds=${given}: expected a number from 1 to 1000000000`],
    });
  },
);

test('given several wrong numbers, when the command line is read, then all are told', () => {
  const read = readSimulateOptions(['--from=x', '--seeds=y', '--minutes=z']);

  expect(read.read === 'faults' && read.faults.map((fault) => fault.slice(0, 8))).toEqual([
    '--from=x',
    '--seeds=',
    '--minute',
  ]);
});

test('given an option that does not exist, when the command line is read, then it is a fault', () => {
  expect(readSimulateOptions(['--bogus'])).toEqual({
    read: 'faults',
    faults: [expect.stringContaining("Unknown option '--bogus'")],
  });
});

test('given --help, when the command line is read, then that is asked for', () => {
  expect(readSimulateOptions(['--help'])).toEqual({ read: 'help' });
});

test('given a part of a minute, when the command line is read, then each run takes that long', () => {
  expect(readSimulateOptions(['--minutes', '1.5'])).toMatchObject({ read: 'options', options: { minutes: 1.5 } });
});
