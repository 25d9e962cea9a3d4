import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileFrameworkIdStore } from './file-framework-id-store';

/** A folder of its own that goes with the test. */
async function givenFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'framework-id-'));
  return { path: join(folder, 'id'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

test('given a store, when an id is saved, then the next process loads it until it is cleared', async () => {
  await using folder = await givenFolder();
  const store = new FileFrameworkIdStore(folder.path);
  expect(await store.load()).toBeUndefined();

  await store.save('F-1-1-1');

  expect(await new FileFrameworkIdStore(folder.path).load()).toBe('F-1-1-1');
  await store.clear();
  expect(await store.load()).toBeUndefined();
});

test('given a folder that is missing, when an id is saved, then that is an error', async () => {
  await using folder = await givenFolder();

  await expect(new FileFrameworkIdStore(join(folder.path, 'missing', 'id')).save('F')).rejects.toThrow('ENOENT');
});
