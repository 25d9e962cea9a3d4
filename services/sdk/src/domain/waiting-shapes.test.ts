import { DEMAND_COUNT_MAX } from '@parley/common/contract';
import { aTask, resourcesOf } from '../testing';
import { WaitingShapes } from './waiting-shapes';

test('given more tasks of one kind than may be stated, when they are stated, then it is as many as the master takes', () => {
  const shapes = new WaitingShapes();
  const resources = resourcesOf('cpus:1');
  const task = aTask('t', { resources });
  for (let count = 0; count <= DEMAND_COUNT_MAX; count += 1) shapes.add(task);

  expect(shapes.demands(['*'])).toEqual([{ role: '*', shapes: [{ resources, count: DEMAND_COUNT_MAX }] }]);
});
