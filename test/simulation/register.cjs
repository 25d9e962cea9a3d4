'use strict';

// Lets node run the sources of this repository, or of a copy of it, as they are: TypeScript is compiled by swc in memory,
// and workspaces resolve to their sources next to this file, never to a build.

const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { transformSync } = require('@swc/core');

const ROOT = resolve(__dirname, '../..');

const OPTIONS = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', explicitResourceManagement: true } },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

/** Where a workspace's name leads, as in jest.config.js. */
const WORKSPACES = [
  [/^@parley\/protos$/, () => 'protos/src/index.ts'],
  [/^@parley\/protos\/((?:public|internal)\/.+)$/, (message) => `protos/src/generated/${message}.ts`],
  [/^@parley\/common\/(.+)$/, (subpath) => `services/common/src/${subpath}/index.ts`],
  [/^@parley\/sdk$/, () => 'services/sdk/src/sdk.ts'],
  [/^@parley\/([a-z-]+)$/, (service) => `services/${service}/src/compose.ts`],
  [/^@parley\/([a-z-]+)\/testing$/, (service) => `services/${service}/src/testing/index.ts`],
];

function sourceOf(request) {
  for (const [pattern, pathOf] of WORKSPACES) {
    const match = pattern.exec(request);
    if (match !== null) return join(ROOT, pathOf(match[1]));
  }
  return undefined;
}

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function resolveSource(request, parent, ...rest) {
  const source = sourceOf(request);
  if (source !== undefined) return source;
  if (request.startsWith('.') && parent?.filename !== undefined) {
    const path = `${resolve(parent.filename, '..', request)}.ts`;
    if (existsSync(path)) return path;
  }
  return resolveFilename.call(this, request, parent, ...rest);
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...OPTIONS, filename });
  module._compile(code, filename);
};
