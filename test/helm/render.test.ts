import { CHART, NAMESPACE, RELEASE, VALUE_FILES, helm, objectsOf, template, valueFile } from './helm';

// A helm takes a tenth of a second; a busy machine may take far longer to start one.
jest.setTimeout(60_000);

const HELM3 = process.env['PARLEY_HELM3'] ?? '';
const HELM4 = process.env['PARLEY_HELM4'] ?? '';
const withHelm3 = process.env['PARLEY_HELM3'] === undefined ? describe.skip : describe;
const withHelm4 = process.env['PARLEY_HELM4'] === undefined ? describe.skip : describe;

/** Values that must not be installed, and what the message has to say. */
const REFUSED: readonly { readonly what: string; readonly values: object; readonly says: readonly RegExp[] }[] = [
  {
    what: 'no word on security',
    values: {},
    says: [/insecure=false.*run commands on every node/, /Set insecure=true/],
  },
  {
    what: 'three masters without etcd',
    values: { insecure: true },
    says: [/master\.replicas=3 without etcd\.endpoints/, /Give etcd\.endpoints, or set master\.replicas=1/],
  },
  {
    what: 'a gateway for outsiders whom the network policy keeps out',
    values: { insecure: true, master: { replicas: 1 }, frameworkGateway: { service: { type: 'NodePort' } } },
    says: [/frameworkGateway\.service\.type=NodePort/, /Give networkPolicy\.gatewayFrom/],
  },
  {
    what: 'agents on the network of their nodes, which the network policy does not know',
    values: { insecure: true, master: { replicas: 1 }, agent: { hostNetwork: true } },
    says: [/agent\.hostNetwork=true/, /Give networkPolicy\.masterFrom/],
  },
  {
    what: 'a misspelt setting',
    values: { insecure: true, master: { replicas: 1, settings: { PARLEY_MASTER_OFER_TIMEOUT: '5s' } } },
    says: [/master.settings/, /PARLEY_MASTER_OFER_TIMEOUT/],
  },
  {
    what: 'a setting that the chart sets by itself',
    values: { insecure: true, master: { replicas: 1, settings: { PARLEY_MASTER_LISTEN: '0.0.0.0:1' } } },
    says: [/PARLEY_MASTER_LISTEN/],
  },
  {
    what: 'a number as a setting, which YAML would write in its own way',
    values: {
      insecure: true,
      master: { replicas: 1 },
      frameworkGateway: { settings: { PARLEY_GATEWAY_CALLS_MAX: 5e6 } },
    },
    says: [/PARLEY_GATEWAY_CALLS_MAX/, /string/],
  },
  {
    what: 'a URL as an endpoint of etcd',
    values: { insecure: true, etcd: { endpoints: ['http://etcd:2379'] } },
    says: [/etcd.endpoints/],
  },
  { what: 'a misspelt value', values: { insecure: true, gateway: { replicas: 1 } }, says: [/gateway/] },
  { what: 'no master at all', values: { insecure: true, master: { replicas: 0 } }, says: [/master.replicas/] },
];

/** What holds with every version of helm. */
function chartTests(program: string): void {
  test.each(VALUE_FILES)('given the values %s, when they are linted strictly, then nothing is found', async (name) => {
    const run = await helm(program, 'lint', '--strict', CHART, '--values', valueFile(name));

    expect({ ok: run.ok, found: run.stdout.match(/\[(WARNING|ERROR)\].*/g) }).toEqual({ ok: true, found: null });
  });

  test.each(VALUE_FILES)(
    'given the values %s, when they are rendered, then each object is named once',
    async (name) => {
      const objects = objectsOf(await template(program, name));

      const names = objects.map((object) => `${object.kind}/${object.metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toContain(`StatefulSet/${RELEASE}-parley-master`);
    },
  );

  test.each(REFUSED)('given $what, when it is rendered, then it is refused in words', async ({ values, says }) => {
    const run = await template(program, values);

    expect(run.ok).toBe(false);
    for (const part of says) expect(run.stderr).toMatch(part);
  });

  test('given a long name, when it is rendered, then every name of a service fits into DNS', async () => {
    const name = 'a-release-with-a-name-as-long-as-helm-takes-it-to-be';
    const run = await helm(program, 'template', name, CHART, '--values', valueFile('ha'));

    const names = objectsOf(run).map((object) => object.metadata.name);
    expect(names.filter((each) => each.length > 61 || !/^[a-z][a-z0-9-]*[a-z0-9]$/.test(each))).toEqual([]);
  });
}

withHelm3('the chart with helm 3 (skipped unless PARLEY_HELM3 names one)', () => {
  chartTests(HELM3);
});

withHelm4('the chart with helm 4 (skipped unless PARLEY_HELM4 names one)', () => {
  chartTests(HELM4);

  test('given an installation, when helm tells its notes, then they name the danger and the next three commands', async () => {
    const args = ['install', RELEASE, CHART, '--namespace', NAMESPACE, '--values', valueFile('ha'), '--dry-run=client'];

    const run = await helm(HELM4, ...args);

    const notes = run.stdout.slice(run.stdout.indexOf('NOTES:'));
    expect(notes).toContain('WARNING: there is no TLS and no authentication');
    expect(notes.match(/^ {2}(kubectl|node) .*$/gm)).toEqual([
      `  kubectl -n ${NAMESPACE} get pods -l app.kubernetes.io/instance=${RELEASE}`,
      `  kubectl -n ${NAMESPACE} port-forward service/${RELEASE}-parley-framework-gateway 5060:5060`,
      '  node services/sdk/dist/examples/word-count.js --gateway 127.0.0.1:5060 --input docs',
    ]);
  });
});
