import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, Suspense, lazy, useState } from 'react';
import { type Address, formatAddress } from './address.js';
import { isWorthRetrying, retryDelay } from './http.js';
import { signOut, useToken } from './session.js';
import { Loading } from './ui/loading.js';
import { ProgressLine } from './ui/progress-line.js';
import { SignIn } from './ui/sign-in.js';
import { useAddress } from './use-address.js';
import { useLastAddress } from './use-last-address.js';

interface View {
  readonly path: string;
  readonly name: string;
  readonly Content: ComponentType<{ address: Address }>;
}

/** The views side by side, those of one kind of work together: results, projects, sourcing, progress. */
const GROUPS: readonly (readonly View[])[] = [
  [
    { path: 'league', name: '成绩单', Content: lazy(() => import('./league/league-page.js')) },
    { path: 'assessments', name: '考核', Content: lazy(() => import('./assessment/scorecard-page.js')) },
  ],
  [
    { path: 'projects', name: '项目', Content: lazy(() => import('./projects/projects-view.js')) },
    { path: 'pipeline', name: '全周期', Content: lazy(() => import('./pipeline/pipeline-page.js')) },
    {
      path: 'responsibilities',
      name: '责任',
      Content: lazy(() => import('./responsibilities/responsibilities-view.js')),
    },
    { path: 'batches', name: '集中活动', Content: lazy(() => import('./batches/batches-view.js')) },
  ],
  [
    { path: 'leads', name: '线索', Content: lazy(() => import('./leads/leads-view.js')) },
    { path: 'visits', name: '外出接待', Content: lazy(() => import('./visits/visits-view.js')) },
    { path: 'reserve', name: '储备库', Content: lazy(() => import('./reserve/reserve-view.js')) },
    { path: 'admission', name: '准入', Content: lazy(() => import('./admission/admission-view.js')) },
  ],
  [
    { path: 'approvals', name: '审批', Content: lazy(() => import('./approvals/approvals-view.js')) },
    { path: 'planned-starts', name: '计划开工', Content: lazy(() => import('./plans/planned-starts-page.js')) },
    { path: 'overdue', name: '预警', Content: lazy(() => import('./overdue/overdue-page.js')) },
  ],
];
const VIEWS = GROUPS.flat();

/** The whole page: a paste field for the token, or the views that it opens. */
export function App() {
  const token = useToken();
  return token ? <SignedIn key={token} /> : <SignIn />;
}

/** Answers are kept per token: what one reader may see is not for the next. */
function SignedIn() {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: isWorthRetrying, retryDelay } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <Views />
    </QueryClientProvider>
  );
}

function Views() {
  const address = useAddress();
  const lastOf = useLastAddress(address);
  const view = VIEWS.find(({ path }) => path === address.path[0]) ?? VIEWS[0]!;
  return (
    <>
      <a className="skip" href="#main" onClick={focusMain}>
        跳到正文
      </a>
      <ProgressLine />
      <header className="masthead">
        <span className="brand">招商引资台账</span>
        <nav aria-label="主导航">
          {GROUPS.map((views) => (
            <span key={views[0]!.path} className="nav-group">
              {views.map(({ path, name }) => (
                <a key={path} href={formatAddress(lastOf(path))} aria-current={path === view.path ? 'page' : undefined}>
                  {name}
                </a>
              ))}
            </span>
          ))}
        </nav>
        <button type="button" className="quiet" onClick={signOut}>
          退出
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <Suspense
          fallback={
            <>
              <div className="filters filter-row" />
              <Loading />
            </>
          }
        >
          <view.Content address={address} />
        </Suspense>
      </main>
    </>
  );
}

/** The fragment is the address here, so the link to the text moves the focus instead of the fragment. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
