// Lets plain Node load the project's TypeScript, for what runs outside jest: `node --import ./test/support/typescript.mjs`.
import { transformFileSync } from '@swc/core';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const conditions = (context) => ({ ...context, conditions: [...context.conditions, 'ledger-source'] });

function sourceOf(specifier, parentURL) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || parentURL === undefined) return specifier;
  const source = new URL(specifier.replace(/js$/, 'ts'), parentURL);
  return existsSync(source) ? source.href : specifier;
}

registerHooks({
  resolve: (specifier, context, next) => next(sourceOf(specifier, context.parentURL), conditions(context)),
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const { code } = transformFileSync(fileURLToPath(url), { sourceMaps: 'inline' });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
