import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIELDS as AGENT } from '@parley/agent/config';
import { CHECKS as ALLOCATOR_CHECKS, FIELDS as ALLOCATOR } from '@parley/allocator/config';
import { readConfig } from '@parley/common/config';
import type { Fields, ReadConfig } from '@parley/common/config';
import { CHECKS as GATEWAY_CHECKS, FIELDS as GATEWAY } from '@parley/framework-gateway/config';
import { CHECKS as MASTER_CHECKS, FIELDS as MASTER } from '@parley/master/config';
import { NAMESPACE, VALUE_FILES, objectsOf, template } from './helm';
import {
  SERVICES,
  componentOf,
  containerOf,
  environmentOf,
  objectOf,
  podOf,
  selected,
  servicesWith,
  workloadsOf,
} from './manifests';
import type { Manifest, Service } from './manifests';

// A helm takes a tenth of a second; a busy machine may take far longer to start one.
jest.setTimeout(60_000);

const HELM = process.env['PARLEY_HELM4'] ?? '';
const withHelm = process.env['PARLEY_HELM4'] === undefined ? describe.skip : describe;
const ROOT = join(__dirname, '..', '..');
const TABLES: Readonly<Record<Service, Fields>> = {
  master: MASTER,
  allocator: ALLOCATOR,
  'framework-gateway': GATEWAY,
  agent: AGENT,
};
/** Variables that are Node's, and names that others refer to. */
const NOT_OURS = ['NODE_OPTIONS', 'POD_NAME'];
const PORTS = { master: 5050, allocator: 5070, 'framework-gateway': 5060 } as const;
const SERVED = ['master', 'allocator', 'framework-gateway'] as const;
const POD = { name: 'blue-parley-master-2', node: 'node-7' };

async function rendered(name: string): Promise<readonly Manifest[]> {
  return objectsOf(await template(HELM, name));
}

function accepted<Config>(read: ReadConfig<Config>): Config {
  if (!read.ok) throw new Error(read.report);
  return read.config;
}

/** The configuration of each service, read from the rendered environment by the service's own code. */
function configurationsOf(objects: readonly Manifest[]) {
  const workloads = workloadsOf(objects);
  const sourceOf = (service: Service) => ({ env: environmentOf(containerOf(workloads[service]), POD), argv: [] });
  return {
    master: accepted(readConfig(MASTER, { ...sourceOf('master'), checks: MASTER_CHECKS })),
    allocator: accepted(readConfig(ALLOCATOR, { ...sourceOf('allocator'), checks: ALLOCATOR_CHECKS })),
    gateway: accepted(readConfig(GATEWAY, { ...sourceOf('framework-gateway'), checks: GATEWAY_CHECKS })),
    agent: accepted(readConfig(AGENT, sourceOf('agent'))),
  };
}

withHelm('what the chart renders (skipped unless PARLEY_HELM4 names a helm)', () => {
  describe.each(VALUE_FILES)('with the values %s', (name) => {
    let objects: readonly Manifest[] = [];
    beforeAll(async () => {
      objects = await rendered(name);
    });

    test('every variable is a setting of its service, once, and the service accepts them all', () => {
      const unknown = SERVICES.flatMap((service) => {
        const known = Object.values(TABLES[service]).map((field) => field.env);
        const names = (containerOf(workloadsOf(objects)[service]).env ?? []).map((variable) => variable.name);
        expect(new Set(names).size).toBe(names.length);
        return names.filter((variable) => !known.includes(variable) && !NOT_OURS.includes(variable));
      });

      expect(unknown).toEqual([]);
      expect(() => configurationsOf(objects)).not.toThrow();
    });

    test('everyone finds everyone: addresses are names of Services and ports that are listened on', () => {
      const { master, allocator, gateway, agent } = configurationsOf(objects);
      const set = workloadsOf(objects).master;
      const headless = objectOf(objects, 'Service', 'master');
      const names = Array.from({ length: set.spec.replicas ?? 0 }, (_, index) => `${set.metadata.name}-${index}`);
      const masters = names.map((pod) => ({
        host: `${pod}.${headless.metadata.name}.${NAMESPACE}.svc`,
        port: PORTS.master,
      }));

      expect(set.spec.serviceName).toBe(headless.metadata.name);
      expect(headless.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
      expect(gateway.masters).toEqual(masters);
      expect(agent.masters).toEqual(masters);
      expect(master.advertise).toEqual({
        host: `${POD.name}.${headless.metadata.name}.${NAMESPACE}.svc`,
        port: PORTS.master,
      });
      expect(master.allocator).toEqual({
        host: `${objectOf(objects, 'Service', 'allocator').metadata.name}.${NAMESPACE}.svc`,
        port: PORTS.allocator,
      });
      expect([master.listen, allocator.listen, gateway.listen]).toEqual(
        SERVED.map((service) => ({ host: '0.0.0.0', port: PORTS[service] })),
      );
      expect(agent.hostname).toBe(POD.node);
    });

    test.each(SERVED)('%s is probed by gRPC on the port it listens on, which its Service leads to', (service) => {
      const container = containerOf(workloadsOf(objects)[service]);
      const port = PORTS[service];

      expect(container.ports).toEqual([{ name: 'grpc', containerPort: port }]);
      expect(objectOf(objects, 'Service', service).spec.ports).toMatchObject([{ port, targetPort: 'grpc' }]);
      expect(container.startupProbe?.grpc).toEqual({ port });
      expect(container.livenessProbe?.grpc).toEqual({ port });
      expect(container.readinessProbe?.grpc).toEqual(
        service === 'framework-gateway' ? { port, service: 'parley.scheduler.v1.SchedulerService' } : { port },
      );
    });

    test('the agent listens on nothing, has no probes, and asks its tasks to end before its pod does', () => {
      const { startupProbe, readinessProbe, livenessProbe, ports, lifecycle } = containerOf(workloadsOf(objects).agent);
      const entrypoint = /^ENTRYPOINT (.*)$/m.exec(
        readFileSync(join(ROOT, 'deploy/docker/service.Dockerfile'), 'utf8'),
      );
      const program = JSON.parse(entrypoint?.[1] ?? '[]') as readonly string[];

      expect([startupProbe, readinessProbe, livenessProbe, ports]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(lifecycle?.preStop.exec.command.at(-1)).toContain(`= '${program.join(' ')} ' ]`);
      expect(lifecycle?.preStop.exec.command.at(-1)).toContain('kill -USR1');
    });

    test('containers run without root, without capabilities, on a file system that cannot be written, within limits', () => {
      const workloads = Object.values(workloadsOf(objects));
      const containers = workloads.map((workload) => containerOf(workload));
      const expected = {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      };

      expect(containers.map((container) => container.securityContext)).toEqual(containers.map(() => expected));
      for (const { resources } of containers) {
        expect(Object.keys(resources.requests)).toEqual(expect.arrayContaining(['cpu', 'memory']));
        expect(Object.keys(resources.limits)).toContain('memory');
      }
      for (const pod of workloads.map((workload) => podOf(workload))) {
        expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
        expect(pod).toMatchObject({ automountServiceAccountToken: false, enableServiceLinks: false });
      }
    });

    test('every selector selects the pods of its own service and of no other', () => {
      const kinds = ['StatefulSet', 'Deployment', 'DaemonSet', 'Service', 'PodDisruptionBudget'];
      const selecting = objects.filter((object) => kinds.includes(object.kind));

      expect(selecting.map((object) => servicesWith(selected(object.spec.selector), objects))).toEqual(
        selecting.map((object) => [componentOf(object)]),
      );
    });

    test('the network policies let in who has to come in', () => {
      const comers = (service: Service) =>
        (objectOf(objects, 'NetworkPolicy', service).spec.ingress ?? []).flatMap((rule) =>
          rule.from.flatMap((peer) =>
            peer.podSelector ? servicesWith(peer.podSelector.matchLabels ?? {}, objects) : [],
          ),
        );

      expect(comers('master').sort()).toEqual(['agent', 'framework-gateway']);
      expect(comers('allocator')).toEqual(['master']);
      for (const service of SERVED)
        expect(
          servicesWith(objectOf(objects, 'NetworkPolicy', service).spec.podSelector?.matchLabels ?? {}, objects),
        ).toEqual([service]);
    });

    test('every pod has a service account of its own, and every volume that is mounted is there', () => {
      const accounts = objects
        .filter((object) => object.kind === 'ServiceAccount')
        .map((object) => object.metadata.name);
      const workloads = Object.values(workloadsOf(objects));

      expect(workloads.map((workload) => podOf(workload).serviceAccountName).sort()).toEqual(accounts.sort());
      for (const workload of workloads) {
        const claims = (workload.spec.volumeClaimTemplates ?? []).map((claim) => claim.metadata.name);
        const volumes = [...(podOf(workload).volumes ?? []).map((volume) => volume.name), ...claims];
        const mounts = (containerOf(workload).volumeMounts ?? []).map((mount) => mount.name);
        expect(mounts.filter((mount) => !volumes.includes(mount))).toEqual([]);
      }
    });
  });

  test('given three masters on etcd, when it is rendered, then they elect by etcd and are not all taken away at once', async () => {
    const objects = await rendered('ha');
    const { master } = configurationsOf(objects);

    expect(workloadsOf(objects).master.spec).toMatchObject({ replicas: 3, podManagementPolicy: 'Parallel' });
    expect(workloadsOf(objects).master.spec.volumeClaimTemplates).toBeUndefined();
    expect(master).toMatchObject({
      coordination: 'etcd',
      etcdPrefix: `/parley/${NAMESPACE}/blue`,
      leaseTtlMs: 3_000,
    });
    expect(master.etcd.map((node) => node.host)).toEqual([0, 1, 2].map((index) => `etcd-${index}.etcd.platform.svc`));
    for (const service of ['master', 'framework-gateway'] as const)
      expect(objectOf(objects, 'PodDisruptionBudget', service).spec.maxUnavailable).toBe(1);
  });

  test('given one master without etcd, when it is rendered, then its registry lies on a volume and nothing protects it', async () => {
    const objects = await rendered('standalone');
    const workload = workloadsOf(objects).master;
    const mount = containerOf(workload).volumeMounts?.[0];

    expect(configurationsOf(objects).master).toMatchObject({
      coordination: 'standalone',
      dataDir: `${mount?.mountPath}/master`,
    });
    expect(workload.spec.volumeClaimTemplates?.map((claim) => claim.metadata.name)).toEqual([mount?.name]);
    expect(objects.filter((object) => object.kind === 'PodDisruptionBudget').map(componentOf)).toEqual([
      'framework-gateway',
    ]);
  });

  test('given values of every kind, when it is rendered, then they arrive where they belong', async () => {
    const objects = await rendered('ha');
    const workloads = workloadsOf(objects);
    const { master, allocator, gateway, agent } = configurationsOf(objects);

    expect(SERVICES.map((service) => containerOf(workloads[service]).image)).toEqual(
      SERVICES.map((service) => `registry.example.com/platform/parley-${service}:0.1.0-rc.1`),
    );
    expect(new Set([master, allocator, gateway, agent].map((config) => config.otlpEndpoint))).toEqual(
      new Set(['http://otel-collector.platform.svc:4317']),
    );
    expect(allocator.policy).toBe('strict-priority');
    expect(gateway.sessionsMax).toBe(2_000);
    expect(agent.attributes.map((attribute) => attribute.name)).toEqual(['rack', 'zone']);
    expect(objectOf(objects, 'Service', 'framework-gateway').spec.type).toBe('LoadBalancer');
    expect(podOf(workloads.agent)).toMatchObject({
      nodeSelector: { parley: 'agent' },
      tolerations: [{ key: 'dedicated' }],
      priorityClassName: 'platform',
      imagePullSecrets: [{ name: 'registry' }],
    });
  });

  test('given agents, when they are rendered, then state lies on the node, and pods are replaced when someone says so', async () => {
    const [plain, host] = [await rendered('ha'), await rendered('host-network')];
    const pod = podOf(workloadsOf(plain).agent);
    const mount = containerOf(workloadsOf(plain).agent).volumeMounts?.find((each) => each.name === 'work-dir');

    expect(configurationsOf(plain).agent.workDir).toBe(mount?.mountPath);
    expect(pod.volumes?.find((volume) => volume.name === 'work-dir')?.hostPath?.path).toBe(
      `/var/lib/parley/${NAMESPACE}/blue`,
    );
    expect(pod).toMatchObject({ shareProcessNamespace: true, terminationGracePeriodSeconds: 120 });
    expect(pod.initContainers?.map((container) => container.securityContext.capabilities.add)).toEqual([['CHOWN']]);
    expect(workloadsOf(plain).agent.spec.updateStrategy).toEqual({ type: 'OnDelete' });
    expect(workloadsOf(host).agent.spec.updateStrategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1 },
    });
    expect(podOf(workloadsOf(host).agent)).toMatchObject({ hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' });
  });
});
