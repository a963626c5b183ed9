import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/** An event type of the product: its wire name, and the TypeScript type of its data. */
export interface EventType {
  readonly name: string;
  /** The exported alias, and the module that exports it. */
  readonly alias: string;
  readonly file: string;
  readonly data: ts.Type;
  readonly checker: ts.TypeChecker;
}

const ROOT = resolve('.');

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  return { ...options, incremental: false, tsBuildInfoFile: undefined, types: [] };
}

/** Every event type that some `domain/*.events.ts` exports as a `DomainEvent<…>`. */
export function eventTypes(): EventType[] {
  const files = globSync('libs/*/src/domain/**/*.events.ts', { cwd: ROOT }).map((file) => join(ROOT, file));
  const program = ts.createProgram(files, compilerOptions());
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Type>();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file)!;
    const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!);
    return exported
      .filter(({ flags }) => flags & ts.SymbolFlags.TypeAlias)
      .flatMap((symbol) => {
        const type = checker.getDeclaredTypeOfSymbol(symbol);
        const wireName = typeOfProperty(checker, type, 'type');
        const data = typeOfProperty(checker, type, 'data');
        // One type may go by a second name, in its own module or in one that hands it on.
        if (type.isUnion() || !wireName?.isStringLiteral() || !data || seen.has(type)) return [];
        seen.add(type);
        return [{ name: wireName.value, alias: symbol.name, file, data, checker }];
      });
  });
}

const typeOfProperty = (checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type | undefined => {
  const property = type.getProperty(name);
  return property && checker.getTypeOfSymbol(property);
};

/** What TypeScript has against `data` as the data of an event type; nothing when it could have been written today. */
export function objections(samples: readonly { type: EventType; data: unknown }[]): string[] {
  const path = join(ROOT, 'test/fixtures/golden-events.virtual.ts');
  const lines = samples.map(({ type, data }, index) => {
    const from = type.file.replace(/\.ts$/, '.js');
    return `export const sample${index}: import(${JSON.stringify(from)}).${type.alias}['data'] = ${JSON.stringify(data)};`;
  });
  const options = compilerOptions();
  const disk = ts.createCompilerHost(options);
  const virtual = ts.createSourceFile(path, lines.join('\n'), ts.ScriptTarget.Latest);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === path || disk.fileExists(name),
    getSourceFile: (name, ...rest) => (name === path ? virtual : disk.getSourceFile(name, ...rest)),
  };
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path)!;
  return program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    return `${samples[line]!.type.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
