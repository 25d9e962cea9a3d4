import { GivenMaster } from '../testing/given-master';

test('given a framework that is being registered, when its client subscribes again with other words, then the newest are those the registry ends up with', () => {
  const given = new GivenMaster();
  const gateway = given.gateway();
  given.holdWrites = true;
  given.sendSubscribe(gateway, { subscribeId: 's', info: { name: 'old' } });

  given.sendSubscribe(gateway, { subscribeId: 's', info: { name: 'new' } });
  given.finishWrites();

  expect(given.written).toMatchObject([
    [{ change: 'put-framework', record: { info: { name: 'old' } } }],
    [{ change: 'put-framework', record: { info: { name: 'new' } } }],
  ]);
  expect([...given.core.term.cluster.frameworks.values()]).toMatchObject([
    { info: { name: 'new' }, lifecycle: { state: 'connected' } },
  ]);
});
