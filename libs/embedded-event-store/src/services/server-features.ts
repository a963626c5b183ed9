import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { serverFeatures, ServerFeaturesService, StreamsService } from '../protocol/stubs.js';

// The version whose behaviour this store follows.
const SERVER_VERSION = '23.10.8-embedded';

type SupportedMethods = InstanceType<typeof serverFeatures.SupportedMethods>;

/** ServerFeatures: names the methods that are here, from which clients learn that they can append in batches. */
export function getSupportedMethods(
  _call: ServerUnaryCall<unknown, SupportedMethods>,
  callback: sendUnaryData<SupportedMethods>,
): void {
  const answer = new serverFeatures.SupportedMethods();
  answer.setEventStoreServerVersion(SERVER_VERSION);
  answer.setMethodsList(
    [StreamsService, ServerFeaturesService].flatMap((service) =>
      Object.values(service).map(({ path }) => supportedMethod(path)),
    ),
  );
  callback(null, answer);
}

function supportedMethod(path: string): InstanceType<typeof serverFeatures.SupportedMethod> {
  const [, service = '', name = ''] = path.toLowerCase().split('/');
  const method = new serverFeatures.SupportedMethod();
  method.setServiceName(service);
  method.setMethodName(name);
  return method;
}
