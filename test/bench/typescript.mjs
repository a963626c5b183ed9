// Lets Node, which strips types by itself, follow the benchmarks' imports of each other; the product comes from dist/.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (!context.parentURL?.endsWith('.ts') || !/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
    const source = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    return next(existsSync(source) ? source.href : specifier, context);
  },
});
