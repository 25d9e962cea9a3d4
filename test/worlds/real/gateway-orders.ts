import { Client, Metadata, credentials } from '@grpc/grpc-js';
import type { MethodDefinition, ServiceError } from '@grpc/grpc-js';
import type { OperatorAnswer } from '@parley/common/contract';
import { required } from '@parley/common/kernel';
import { OPERATOR_CLIENT } from '@parley/common/wire';
import { loadPublic, serviceOf } from '@parley/protos';
import type { WorldOrder } from '../world';

type MethodName = keyof typeof OPERATOR_CLIENT;
type Codec = {
  readonly encode: (query: WorldOrder) => object;
  readonly decode: (wire: unknown) => OperatorAnswer;
};

const methods: Readonly<Record<string, MethodDefinition<object, object>>> = serviceOf(
  loadPublic(),
  'parley.operator.v1.OperatorService',
);

/** Long enough for a registry write on a machine under load, in milliseconds. */
const DEADLINE_MS = 20_000;

/** Orders of one scenario to one gateway, over the public operator API. */
export class GatewayOrders {
  readonly #client: Client;

  constructor(address: string) {
    this.#client = new Client(address, credentials.createInsecure());
  }

  /** Every answer up to the last; a refusal is an answer too, as far as a gRPC status can tell it. */
  async order(query: WorldOrder): Promise<readonly OperatorAnswer[]> {
    const answers: OperatorAnswer[] = [];
    for (const part of partsOf(query)) {
      try {
        answers.push(...(await this.#ask(part)));
      } catch (error) {
        return [refusalOf(error as ServiceError)];
      }
    }
    return answers.length > 1 && answers.every(({ answer }) => answer === 'done') ? answers.slice(0, 1) : answers;
  }

  close(): void {
    this.#client.close();
  }

  #ask({ method, query }: Part): Promise<readonly OperatorAnswer[]> {
    const name = `${method.charAt(0).toUpperCase()}${method.slice(1)}`;
    const { path, requestSerialize, responseDeserialize, responseStream } = required(methods[name], `method ${name}`);
    const { encode, decode } = OPERATOR_CLIENT[method] as unknown as Codec;
    const options = { deadline: Date.now() + DEADLINE_MS };
    const request = encode(query);
    return new Promise((resolve, reject) => {
      if (!responseStream) {
        this.#client.makeUnaryRequest(
          path,
          requestSerialize,
          responseDeserialize,
          request,
          new Metadata(),
          options,
          (error, answer) => {
            if (error !== null) reject(error);
            else resolve([decode(answer)]);
          },
        );
        return;
      }
      const answers: OperatorAnswer[] = [];
      const stream = this.#client.makeServerStreamRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata(),
        options,
      );
      stream.on('data', (answer: object) => answers.push(decode(answer)));
      stream.on('error', reject);
      stream.on('end', () => {
        resolve(answers);
      });
    });
  }
}

interface Part {
  readonly method: MethodName;
  readonly query: WorldOrder;
}

/** The public calls that an order is made of: what can be said of roles takes up to three. */
function partsOf(query: WorldOrder): readonly Part[] {
  switch (query.query) {
    case 'update-roles':
      return [
        { method: 'updateWeights' as const, updates: query.updates.filter(({ weight }) => weight !== undefined) },
        { method: 'updateQuota' as const, updates: query.updates.filter(({ quota }) => quota !== undefined) },
        { method: 'updatePacking' as const, updates: query.updates.filter(({ packing }) => packing !== undefined) },
      ]
        .filter(({ updates }) => updates.length > 0)
        .map(({ method, updates }) => ({ method, query: { ...query, updates } }));
    case 'update-whitelist':
      return [{ method: 'updateWhitelist', query }];
    case 'deactivate-agent':
      return [{ method: 'deactivateAgent', query }];
    case 'reactivate-agent':
      return [{ method: 'reactivateAgent', query }];
    case 'update-maintenance':
      return [{ method: 'updateMaintenance', query }];
    case 'get-maintenance':
      return [{ method: 'getMaintenance', query }];
    case 'explain-offers':
      return [{ method: 'explainOffers', query }];
    case 'get-shares':
      return [{ method: 'getShares', query }];
  }
}

function refusalOf({ details }: ServiceError): OperatorAnswer {
  return {
    answer: 'refused',
    reason: '',
    message: details,
    remedy: details,
    problems: [{ field: '', message: details }],
  };
}
