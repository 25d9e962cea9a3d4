import { Packing } from '@parley/protos/internal/parley/types/v1/Packing';
import { NoOfferReason } from '@parley/protos/internal/parley/types/v1/NoOfferReason';
import { FrameworkCapability } from '@parley/protos/internal/parley/types/v1/FrameworkCapability';
import { ConstraintTest } from '@parley/protos/internal/parley/types/v1/ConstraintTest';
import { ConstraintSelector } from '@parley/protos/internal/parley/types/v1/ConstraintSelector';
import { MaintenanceAnswerState } from '@parley/protos/internal/parley/operator/v1/MaintenanceAnswerState';
import { AllocatorCapability } from '@parley/protos/internal/parley/allocator/v1/AllocatorCapability';
import { AgentStanding } from '@parley/protos/internal/parley/allocator/v1/AgentStanding';
import { RefusalReason } from '@parley/protos/internal/parley/allocator/v1/RefusalReason';
import { FileProblemKind } from '@parley/protos/internal/parley/master/v1/FileProblemKind';
import { RegistrationRefusal } from '@parley/protos/internal/parley/master/v1/RegistrationRefusal';
import { AgentState } from '@parley/protos/internal/parley/operator/v1/AgentState';
import { FrameworkState } from '@parley/protos/internal/parley/operator/v1/FrameworkState';
import { StreamErrorReason } from '@parley/protos/internal/parley/scheduler/v1/StreamErrorReason';
import { StatusReason } from '@parley/protos/internal/parley/types/v1/StatusReason';
import { StatusSource } from '@parley/protos/internal/parley/types/v1/StatusSource';
import { TaskState } from '@parley/protos/internal/parley/types/v1/TaskState';
import { MalformedMessage } from '../kernel';
import {
  AGENT_STATE,
  MAINTENANCE_ANSWER_STATE,
  NO_OFFER_REASON,
  PACKING,
  CONSTRAINT_TEST,
  CONSTRAINT_SELECTOR,
  FRAMEWORK_CAPABILITY,
  ALLOCATOR_CAPABILITY,
  AGENT_STANDING,
  FILE_PROBLEM_KIND,
  FRAMEWORK_STATE,
  REFUSAL_REASON,
  REGISTRATION_REFUSAL,
  STATUS_REASON,
  STATUS_SOURCE,
  STREAM_ERROR_REASON,
  TASK_STATE,
} from './enums';

const TABLES = [
  ['TaskState', TaskState, TASK_STATE],
  ['StatusReason', StatusReason, STATUS_REASON],
  ['StatusSource', StatusSource, STATUS_SOURCE],
  ['StreamErrorReason', StreamErrorReason, STREAM_ERROR_REASON],
  ['AgentState', AgentState, AGENT_STATE],
  ['FrameworkState', FrameworkState, FRAMEWORK_STATE],
  ['RefusalReason', RefusalReason, REFUSAL_REASON],
  ['RegistrationRefusal', RegistrationRefusal, REGISTRATION_REFUSAL],
  ['FileProblemKind', FileProblemKind, FILE_PROBLEM_KIND],
  ['AgentStanding', AgentStanding, AGENT_STANDING],
  ['AllocatorCapability', AllocatorCapability, ALLOCATOR_CAPABILITY],
  ['FrameworkCapability', FrameworkCapability, FRAMEWORK_CAPABILITY],
  ['ConstraintSelector', ConstraintSelector, CONSTRAINT_SELECTOR],
  ['ConstraintTest', ConstraintTest, CONSTRAINT_TEST],
  ['Packing', Packing, PACKING],
  ['NoOfferReason', NoOfferReason, NO_OFFER_REASON],
  ['MaintenanceAnswerState', MaintenanceAnswerState, MAINTENANCE_ANSWER_STATE],
] as const;

describe.each(TABLES)('%s', (_name, wire, table) => {
  const values = Object.entries(wire).filter(([, value]) => value !== 0);

  test('given each value of the contract, when it is read by number or by name, then one word stands for both', () => {
    const words = values.map(([, value]) => table.fromWire(value, 'field'));

    expect(values.map(([name]) => table.fromWire(name, 'field'))).toEqual(words);
    expect(new Set(words).size).toBe(values.length);
  });

  test('given each value of the contract, when its word is written, then it has the name that says so', () => {
    for (const [name, value] of values) {
      const word = table.fromWire(value, 'field');

      expect(name.endsWith(word.toUpperCase().replaceAll('-', '_'))).toBe(true);
    }
  });

  test('given the unspecified value, absence and a value of the future, when they are read, then they are malformed', () => {
    for (const value of [0, Object.keys(wire)[0], undefined, null, 4711, 'TASK_STATE_DREAMING']) {
      expect(() => table.fromWire(value, 'field')).toThrow(MalformedMessage);
    }
  });

  test('given the unspecified value or absence where nothing needs to be said, when it is read, then it is undefined', () => {
    for (const value of [0, Object.keys(wire)[0], undefined, null]) {
      expect(table.optionalFromWire(value, 'field')).toBeUndefined();
    }
    expect(() => table.optionalFromWire(4711, 'field')).toThrow(MalformedMessage);
  });
});
