import { type JsonSchema } from '../checks.js';
import { sourceSchemas } from '../sources/index.js';
import { indicator } from './indicator-form.js';
import { schemeForm } from './scheme-form.js';

/**
 * The form of a scheme as JSON Schema, drawn from the very checks. What it can't say (sums, references, places, how deep)
 * `validateScheme` finds all the same.
 */
export const schemeSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '考核方案',
  ...schemeForm.schema,
  $defs: { ...sourceSchemas, indicator: indicator.schema },
};
