import { ManualClock } from '@parley/common/testing';
import { runtimeContract } from './runtime-contract';
import type { RuntimeBench } from './runtime-contract';
import { simulatedCommand } from './simulated-command';
import { SimulatedMachine } from './simulated-machine';

/** Time passes in steps of a millisecond, up to an hour. */
function simulatedBench(): RuntimeBench {
  const clock = new ManualClock();
  const machine = new SimulatedMachine(clock);
  return {
    open: (deliver) => machine.runtime(deliver),
    until: async (condition) => {
      for (let passed = 0; !condition(); passed += 1) {
        if (passed > 3_600_000) throw new Error('nothing came of it within an hour');
        clock.advance(1);
      }
    },
    close: async () => undefined,
  };
}

describe('a runtime of simulated processes', () => {
  runtimeContract(async () => simulatedBench());
});

test('given a line with several parts, when it is read, then they take effect in order', () => {
  const line = `sleep 2; printf 'x' > "$PARLEY_SANDBOX/status-data" && sleep 0.5; exit 9; sleep 100`;

  const read = simulatedCommand({ shell: true, value: line, arguments: [], environment: [] });

  expect(read).toEqual({ durationMs: 2_500, status: 9, stubborn: false, data: new Uint8Array(Buffer.from('x')) });
});
