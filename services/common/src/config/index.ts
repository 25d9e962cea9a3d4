export { field } from './fields';
export type { ConfigOf, Field, FieldDeclaration, Fields, OptionalFieldDeclaration } from './fields';
export { helpText } from './help';
export {
  anyText,
  boolean,
  checked,
  durationMs,
  formatHostPort,
  hostPort,
  integer,
  list,
  oneOf,
  port,
  resourcesText,
  showValue,
  sizeBytes,
  text,
} from './parsers';
export type { HostPort, Parsed, Parser, ResourcesSetting } from './parsers';
export { exposedWithoutProtection, insecureField, logLevelField, OTLP_ENDPOINT } from './shared-fields';
export { effectiveConfig, EX_CONFIG, readConfig } from './read-config';
export type { ConfigSource, ReadConfig } from './read-config';
