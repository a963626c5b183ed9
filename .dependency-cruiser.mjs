const layer = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

const ANY_CLIENT = 'node_modules/@eventstore/db-client/';
const STUBS = 'node_modules/@eventstore/db-client/generated/';
const SQL = 'node_modules/(pg|typeorm|@nestjs/typeorm)/';

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-undeclared',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '[.]spec[.]ts$|^apps/dashboard/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-dev'] },
    },
    layer('libs-know-no-app', '^libs/', '^apps/'),
    layer('apps-are-apart', '^apps/(api|projector|dashboard)/', '^apps/(?!$1/)'),
    layer('ledger-composes-apps-by-their-index', '^apps/ledger/', '^apps/(api|projector)/src/(?!index[.]ts$)'),
    {
      name: 'only-event-store-knows-the-client',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/event-store/' },
      to: { path: ANY_CLIENT, pathNot: STUBS },
    },
    {
      name: 'only-the-embedded-store-knows-the-stubs',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/embedded-event-store/' },
      to: { path: STUBS },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^libs/(eventsourcing|values)/|^libs/[^/]+/src/domain/' },
    },
    layer(
      'eventsourcing-and-values-do-no-io',
      '^libs/(eventsourcing|values)/',
      'node_modules/(@nestjs|typeorm|pg|@eventstore)/',
    ),
    {
      name: 'sql-only-in-the-read-rooms',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot:
          '^libs/(projections|database|embedded-event-store|embedded-postgres)/|/src/(projections|queries)/|[.]spec[.]ts$',
      },
      to: { path: SQL },
    },
    {
      name: 'libs-through-their-index',
      severity: 'error',
      from: { path: '^(?:apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '/src/index[.]ts$'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      conditionNames: ['ledger-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
