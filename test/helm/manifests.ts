/** Labels, or what they must be. */
export type Labels = Readonly<Record<string, string>>;

/** One variable of a container. */
export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly fieldRef: { readonly fieldPath: string } };
}

/** One probe by gRPC. */
export interface Probe {
  readonly grpc: { readonly port: number; readonly service?: string };
  readonly periodSeconds?: number;
  readonly failureThreshold?: number;
}

/** What these tests read of a container. */
export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env?: readonly Variable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
  readonly resources: { readonly requests: Labels; readonly limits: Labels };
  readonly securityContext: {
    readonly allowPrivilegeEscalation: boolean;
    readonly readOnlyRootFilesystem: boolean;
    readonly runAsUser?: number;
    readonly capabilities: { readonly drop: readonly string[]; readonly add?: readonly string[] };
  };
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

/** What these tests read of a pod. */
export interface PodSpec {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  readonly enableServiceLinks: boolean;
  readonly hostNetwork?: boolean;
  readonly shareProcessNamespace?: boolean;
  readonly terminationGracePeriodSeconds: number;
  readonly imagePullSecrets?: readonly { readonly name: string }[];
  readonly securityContext: { readonly runAsNonRoot: boolean; readonly runAsUser: number };
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly { readonly name: string; readonly hostPath?: { readonly path: string } }[];
  readonly nodeSelector?: Labels;
  readonly tolerations?: readonly object[];
  readonly priorityClassName?: string;
}

/** What these tests read of an object; which of it is there depends on the kind. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Labels; readonly namespace?: string };
  readonly spec: {
    readonly replicas?: number;
    readonly serviceName?: string;
    readonly clusterIP?: string;
    readonly publishNotReadyAddresses?: boolean;
    readonly type?: string;
    readonly ports?: readonly { readonly port: number; readonly targetPort: string }[];
    readonly maxUnavailable?: number;
    readonly updateStrategy?: { readonly type: string };
    readonly selector?: Labels | { readonly matchLabels: Labels };
    readonly podSelector?: { readonly matchLabels: Labels };
    readonly ingress?: readonly { readonly from: readonly { readonly podSelector?: { matchLabels?: Labels } }[] }[];
    readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

/** The names of the services as images and components have them. */
export const SERVICES = ['master', 'allocator', 'framework-gateway', 'agent'] as const;

/** One of the services. */
export type Service = (typeof SERVICES)[number];

/** The object of a kind for a service. Throws when there is none. */
export function objectOf(objects: readonly Manifest[], kind: string, service: Service): Manifest {
  const found = objects.find((object) => object.kind === kind && componentOf(object) === service);
  if (found === undefined) throw new Error(`the chart rendered no ${kind} of ${service}`);
  return found;
}

/** The objects that run pods, by service. */
export function workloadsOf(objects: readonly Manifest[]): Readonly<Record<Service, Manifest>> {
  return {
    master: objectOf(objects, 'StatefulSet', 'master'),
    allocator: objectOf(objects, 'Deployment', 'allocator'),
    'framework-gateway': objectOf(objects, 'Deployment', 'framework-gateway'),
    agent: objectOf(objects, 'DaemonSet', 'agent'),
  };
}

/** The pod that a workload runs. */
export function podOf(workload: Manifest): PodSpec {
  if (workload.spec.template === undefined) throw new Error(`${workload.kind} ${workload.metadata.name} runs no pods`);
  return workload.spec.template.spec;
}

/** The container of the service itself. */
export function containerOf(workload: Manifest): Container {
  const [container, ...others] = podOf(workload).containers;
  if (container === undefined || others.length > 0) throw new Error(`${workload.metadata.name} has not one container`);
  return container;
}

/** What a selector asks for, in either form. */
export function selected(selector: Labels | { readonly matchLabels: Labels } | undefined): Labels {
  if (selector === undefined) throw new Error('there is no selector');
  return 'matchLabels' in selector && typeof selector.matchLabels === 'object'
    ? selector.matchLabels
    : (selector as Labels);
}

/** The services whose pods carry these labels. */
export function servicesWith(labels: Labels, objects: readonly Manifest[]): readonly Service[] {
  const workloads = workloadsOf(objects);
  return SERVICES.filter((service) => {
    const own = workloads[service].spec.template?.metadata.labels ?? {};
    return Object.entries(labels).every(([name, value]) => own[name] === value);
  });
}

/** The service that an object says it belongs to. */
export function componentOf(object: Manifest): string | undefined {
  return object.metadata.labels['app.kubernetes.io/component'];
}

/** The environment that a container starts with, on a given pod. */
export function environmentOf(
  container: Container,
  pod: { readonly name: string; readonly node: string },
): Record<string, string> {
  const fields: Readonly<Record<string, string>> = { 'metadata.name': pod.name, 'spec.nodeName': pod.node };
  const env: Record<string, string> = {};
  for (const { name, value, valueFrom } of container.env ?? []) {
    const given = value ?? fields[valueFrom?.fieldRef.fieldPath ?? ''];
    if (given === undefined) throw new Error(`${name} has neither a value nor a field that is known here`);
    // Kubernetes replaces $(NAME) by what stands before it in the list.
    env[name] = given.replace(/\$\((\w+)\)/g, (reference, earlier: string) => env[earlier] ?? reference);
  }
  return env;
}
