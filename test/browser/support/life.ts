import { type Recorder, paper } from './recorder.js';

const UNITS = [
  ['city', '六安市'],
  ['luan-01', '霍邱县'],
  ['luan-02', '舒城县'],
  ['zhujian', '住建局'],
];

/** Records a project from lead to output with its plan and approvals, and what the lists hold. @returns its id */
export async function recordLife({ send }: Recorder): Promise<string> {
  for (const [code, name] of UNITS)
    await send('administrator', 'city', 'units', {
      code,
      name,
      kind: 'district',
      group: '县区',
      occurredOn: '2022-01-01',
    });
  const report = (path: string, body: object) => send('reporter', 'luan-01', path, body);

  const lead = await report('leads', {
    title: '动力电池扩产意向',
    unit: 'luan-01',
    enterprise: '某某电池有限公司',
    expectedInvestment: '100000',
    channel: 'exhibition',
    tiers: ['listed'],
    chain: '新能源',
    occurredOn: '2022-01-01',
  });
  await report(`leads/${lead}/qualification`, { occurredOn: '2022-01-03', note: '可行' });
  const project = await report(`leads/${lead}/conversion`, { name: '动力电池项目', occurredOn: '2022-01-05' });
  await recordMilestones((path, body) => report(`projects/${project}/${path}`, body));
  await recordApprovals(project, send);
  await send('supervisor', 'city', `projects/${project}/inspections`, {
    milestone: 'start',
    seen: true,
    finding: '属实',
    occurredOn: '2022-06-10',
  });
  await report(`projects/${project}/suspension`, { cause: '持续高温', forceMajeure: true, occurredOn: '2022-09-10' });
  await report('projects', {
    name: '动力电池二期',
    kind: 'expansion',
    unit: 'luan-01',
    occurredOn: '2022-09-10',
    parentProjectId: project,
  });
  await recordLists(project, send);
  return project;
}

async function recordMilestones(record: (path: string, body: object) => Promise<string>): Promise<void> {
  await record('negotiations', { note: '首轮洽谈', occurredOn: '2022-01-10' });
  await record('contract', {
    contractNo: 'HT-1',
    totalInvestment: '100000',
    fixedAssetInvestment: '80000',
    registerBy: '2022-03-31',
    startBy: '2022-05-31',
    completeBy: '2022-08-31',
    produceBy: '2022-12-31',
    outputPerYear: '200000',
    capitalSchedule: [{ by: '2022-03-31', amount: '20000' }],
    origin: 'domestic',
    evidence: [paper('contract')],
    occurredOn: '2022-02-10',
  });
  await record('plan', {
    milestones: [
      { code: 'permit', name: '施工许可', plannedOn: '2022-03-31', order: 1, weight: 1 },
      { code: 'start', name: '开工', plannedOn: '2022-05-15', order: 2, weight: 4 },
      { code: 'roof', name: '主体封顶', plannedOn: '2022-08-31', order: 3, weight: 5 },
      { code: 'completion', name: '竣工', plannedOn: '2022-12-20', order: 4, weight: 5 },
    ],
    occurredOn: '2022-02-20',
  });
  await record('registration', { enterprise: '某某电池有限公司', occurredOn: '2022-03-10' });
  await record('land', { parcel: '2022-7', mu: '66.5', method: 'listing', price: '1500', occurredOn: '2022-03-20' });
  await record('capital', {
    amount: '25000',
    currency: 'CNY',
    rate: '1',
    origin: 'domestic',
    occurredOn: '2022-03-30',
  });
  await record('start', { occurredOn: '2022-06-05', evidence: [paper('construction-permit'), paper('photo')] });
  await record('progress', { month: '2022-06', investment: '8000', physicalPercent: 30 });
  await record('progress', { month: '2022-07', investment: '5000', physicalPercent: 60 });
}

async function recordApprovals(project: string, send: Recorder['send']): Promise<void> {
  const terms = { kind: 'construction-permit', department: 'zhujian', days: 'working', statutoryLimit: 7 };
  const request = (more: object) =>
    send('reporter', 'luan-01', `projects/${project}/approvals`, { ...terms, occurredOn: '2022-03-21', ...more });
  const decide = (id: string, what: string, body: object) =>
    send('department', 'zhujian', `approvals/${id}/${what}`, body);
  const permit = await request({});
  await decide(permit, 'acceptance', { occurredOn: '2022-03-22' });
  await decide(permit, 'grant', { number: 'SG-1', occurredOn: '2022-03-25' });
  const review = await request({ kind: 'eia', promisedLimit: 3, occurredOn: '2022-08-01' });
  await decide(review, 'acceptance', { occurredOn: '2022-08-02' });
}

async function recordLists(project: string, send: Recorder['send']): Promise<void> {
  await send('department', 'luan-01', 'reserve', {
    name: '冷链物流园',
    unit: 'luan-01',
    idea: '补齐短板',
    funding: 'market',
    plannedInvestment: '12000',
    chain: '现代物流',
    occurredOn: '2022-01-10',
  });
  await send('reporter', 'luan-02', 'leads', {
    title: '光伏组件意向',
    unit: 'luan-02',
    enterprise: '某某光伏有限公司',
    expectedInvestment: '50000',
    channel: 'hotline',
    occurredOn: '2022-03-02',
  });
  const batch = await send('department', 'city', 'batches', {
    kind: 'start',
    name: '二季度集中开工',
    unit: 'city',
    heldOn: '2022-06-01',
    occurredOn: '2022-05-20',
  });
  await send('department', 'city', `batches/${batch}/projects`, { projects: [project], occurredOn: '2022-05-21' });
  await send('department', 'city', `batches/${batch}/holding`, { occurredOn: '2022-06-01' });
}
