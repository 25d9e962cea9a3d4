import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const PURE = 'kernel|resources|quantities|tasks|roles|contract|constraints|audit';
const NO_TELEMETRY =
  'events are the telemetry: an observer in edge/observe turns them into counters, spans and log lines.';

/** One forbidden kind of import: what it looks like, and where the code belongs instead. */
const forbid = (regex, message) => ({ regex, message });

const telemetry = forbid(
  '^(pino|@opentelemetry/.*)$|^@parley/common/(telemetry|logging)$',
  `Move this to edge/observe: ${NO_TELEMETRY}`,
);
const wire = forbid(
  '^(@grpc/.*|@parley/protos.*)$',
  'Generated types and gRPC stop at edge/grpc: decode there and pass domain values in.',
);
const etcd = forbid('^etcd3$', 'Registry and leadership adapters live in edge/etcd, behind a port.');
const outside = forbid(
  '^node:(?!assert$)',
  'I/O belongs in edge/: describe it as an effect and let its outcome come back as an input.',
);
const edge = forbid(
  '^\\.{1,2}/(.*/)?edge/',
  'Nothing but compose.ts and main.ts imports the edge: ask for what you need as a port in ports.ts.',
);
const upwards = forbid(
  '^\\.{1,2}/(.*/)?(compose|main|config)$',
  'Wiring and configuration are passed down as the few values that are needed.',
);
const actor = forbid(
  '^\\.{1,2}/(.*/)?actor/',
  'The domain decides, the actor orders: put the decision in domain/ and let the actor call it.',
);
const ports = forbid(
  '^(\\.\\./)+ports$',
  'The domain knows no ports: return what is to be done and let the actor hand it to a port.',
);
const globals = forbid('^node:(timers.*|process|perf_hooks)$', 'Take a Clock port; only main.ts reads the process.');
const impure = forbid(
  `^(?!\\.{1,2}/|@parley/common/(${PURE})$)`,
  `The domain imports only itself and the pure parts of common (${PURE.replaceAll('|', ', ')}); what touches the world goes to edge/ behind a port.`,
);
const impureCore = forbid(
  `^(?!\\.{1,2}/|@parley/common/(${PURE}|actor)$)`,
  `A core imports its domain, its ports and the pure parts of common (${PURE.replaceAll('|', ', ')}, actor); everything else is an effect that edge/ carries out.`,
);

/** The layer rule for some files. Layers add to each other by listing, because a later block replaces an earlier one. */
const layer = (files, ...patterns) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const TIME = [
  { object: 'Date', property: 'now', message: 'Take a Clock port, or `now` as a value.' },
  { object: 'performance', property: 'now', message: 'Take a Clock port, or `now` as a value.' },
  { object: 'Math', property: 'random', message: 'Take a Random port, or the chance as a value.' },
];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'Take a Clock port: the system clock in common is the one place with timers.',
}));
const PROCESS = { name: 'process', message: 'Only main.ts touches the process: pass in what is needed.' };
const NO_NEW_DATE = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take a Clock port, or `now` as a value.',
};

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', 'protos/src/generated/', 'coverage/', '.parley/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, allowDefaultCaseForExhaustiveSwitch: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The wire is open and arrays are checked: a condition that the types call needless is often the guard at the edge.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      complexity: ['error', { max: 12, variant: 'modified' }],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-console': 'error',
    },
  },

  // Time, chance and the process come in from outside.
  {
    files: ['services/*/src/**/*.ts', 'test/{simulation,scenarios,worlds/simulated}/**/*.ts'],
    ignores: ['services/common/src/actor/system-clock.ts'],
    rules: {
      'no-restricted-properties': ['error', ...TIME],
      'no-restricted-syntax': ['error', NO_NEW_DATE],
      'no-restricted-globals': ['error', ...TIMERS, PROCESS],
    },
  },
  {
    files: ['services/*/src/main.ts', 'services/agent/src/edge/**/*.ts', 'services/*/src/**/*.test.ts'],
    rules: { 'no-restricted-globals': ['error', ...TIMERS] },
  },

  // Layers: edge → actor → domain → the pure parts of common.
  layer(['services/*/src/**/*.ts'], globals),
  layer(['services/*/src/*.ts', 'services/*/src/testing/**/*.ts'], globals, etcd),
  layer(['services/*/src/ports.ts'], telemetry, wire, etcd, edge, globals),
  layer(['services/*/src/edge/**/*.ts'], forbid('^\\.{1,2}/(.*/)?(compose|main)$', upwards.message), globals),
  layer(
    ['services/{master,allocator,agent,framework-gateway,sdk}/src/actor/**/*.ts'],
    telemetry,
    wire,
    etcd,
    outside,
    edge,
    upwards,
    impureCore,
  ),
  layer(
    ['services/{master,allocator,agent,framework-gateway,sdk}/src/domain/**/*.ts'],
    telemetry,
    wire,
    etcd,
    outside,
    edge,
    upwards,
    actor,
    ports,
    impure,
  ),
  layer(
    [`services/common/src/{${PURE.replaceAll('|', ',')}}/**/*.ts`],
    telemetry,
    wire,
    etcd,
    outside,
    forbid(
      `^\\.\\./(.*/)?(?!${PURE})(actor|rpc|etcd|telemetry|config|logging|journal|testing)(/|$)`,
      'The pure parts of common import only each other.',
    ),
  ),
  {
    // `as` is for codecs, ids and the look-ups of catalogues; rules have no need of it.
    files: [
      'services/*/src/{domain,actor}/**/*.ts',
      'services/common/src/{resources,quantities,tasks,roles,constraints}/**/*.ts',
    ],
    ignores: ['**/*.test.ts', 'services/common/src/actor/**'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },

  {
    files: ['**/*.test.ts', 'services/*/src/testing/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['test/{bench,simulation}/**/*.ts', 'services/sdk/examples/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'Buffer', 'AbortSignal', 'AbortController', 'performance', 'fetch']
          .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'structuredClone'])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
  },
);
