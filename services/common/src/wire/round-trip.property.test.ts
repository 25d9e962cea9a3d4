import * as fc from 'fast-check';
import { OPTION_SETS, WIRE_ROUTES } from '../testing/wire-routes';

const RUNS = { seed: 20_241_007, numRuns: 120 };

describe.each(WIRE_ROUTES.map((route) => [route.name, route] as const))('%s', (_name, route) => {
  test.each(OPTION_SETS)(
    'given any value, when it is read with the %s options, then it is the same value',
    (options) => {
      const holds = fc.property(route.any, fc.constantFrom(...OPTION_SETS), (value, writer) => {
        const bytes = route.write(value, writer);

        expect(route.decode(route.parse(bytes, options))).toEqual(value);
      });

      fc.assert(holds, RUNS);
    },
  );
});
