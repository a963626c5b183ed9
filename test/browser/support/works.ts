import { type Recorder, paper } from './recorder.js';

/** What is looked at one by one. */
export interface Works {
  readonly lead: string;
  readonly rival: string;
  readonly merged: string;
  readonly project: string;
  readonly late: string;
  readonly approval: string;
  readonly entry: string;
  readonly visit: string;
  readonly stewardship: string;
}

type Send = Recorder['send'];

const UNITS = [
  ['city', '六安市', 'department'],
  ['luan-01', '霍邱县', 'district'],
  ['luan-02', '舒城县', 'district'],
  ['zhujian', '住建局', 'department'],
  ['chain-01', '新能源产业招商组', 'industry-group'],
];

/** Records a lead that two units share, its project with review, approval, plan and handoff, visits, and a reserve entry. */
export async function recordWorks({ send, lastEvent }: Recorder): Promise<Works> {
  for (const [code, name, kind] of UNITS)
    await send('administrator', 'city', 'units', { code, name, kind, group: '县区', occurredOn: '2022-01-01' });
  await send('administrator', 'city', 'lead-class-rules', {
    from: '2022-01-01',
    classes: [{ code: 'major', name: '重大线索', when: [{ minInvestment: '50000' }], reportTo: 'city' }],
  });
  const leads = await recordLeads(send);
  const project = await send('reporter', 'luan-02', `leads/${leads.lead}/conversion`, {
    name: '光伏组件项目',
    occurredOn: '2022-04-01',
  });
  await recordAdmission(send, project);
  await recordApprovalList(send);
  const approval = await recordApproval(send, project);
  const late = await send('reporter', 'luan-01', 'projects', {
    name: '冷链物流项目',
    kind: 'new',
    unit: 'luan-01',
    plannedInvestment: '12000',
    introducer: { projectId: project },
    occurredOn: '2022-02-01',
  });
  await recordPlans(send, project, late);
  await recordResponsibility(send, lastEvent, project);
  const visit = await recordVisits(send, leads.lead, project);
  const stewardship = await recordStewardships(send);
  return { ...leads, project, late, approval, visit, stewardship, entry: await recordReserve(send) };
}

async function recordLeads(send: Send): Promise<Pick<Works, 'lead' | 'rival' | 'merged'>> {
  const captured = {
    title: '光伏组件扩产意向',
    unit: 'luan-01',
    enterprise: '某某光伏有限公司',
    expectedInvestment: '80000',
    channel: 'exhibition',
    method: 'chain',
    tiers: ['listed', 'leading'],
    chain: '新能源',
    firstContactOn: '2022-02-20',
    occurredOn: '2022-03-01',
  };
  const lead = await send('reporter', 'luan-01', 'leads', captured);
  await send('reporter', 'luan-01', `leads/${lead}/qualification`, { occurredOn: '2022-03-05', note: '可行' });
  const claim = { occurredOn: '2022-03-06', evidence: [paper('photo')] };
  await send('reporter', 'luan-01', `leads/${lead}/first-contact`, claim);
  const rival = await send('reporter', 'luan-02', 'leads', {
    ...captured,
    title: '光伏二期意向',
    unit: 'luan-02',
    expectedInvestment: '3000',
    occurredOn: '2022-03-07',
  });
  await send('reporter', 'luan-02', `leads/${rival}/first-contact`, { ...claim, occurredOn: '2022-03-08' });
  const settlement = { reason: '接触在先，有现场照片', occurredOn: '2022-03-09' };
  await send('department', 'city', `leads/${lead}/first-contact/settlement`, settlement);
  const merged = await send('reporter', 'luan-01', 'leads', {
    ...captured,
    title: '光伏组件（重复登记）',
    occurredOn: '2022-03-10',
  });
  await send('reporter', 'luan-01', `leads/${merged}/merger`, {
    into: lead,
    reason: '同一企业同一事项',
    occurredOn: '2022-03-11',
  });
  const shares = [
    { unit: 'luan-01', share: '0.4' },
    { unit: 'luan-02', share: '0.6' },
  ];
  await send('reporter', 'luan-01', `leads/${lead}/referral`, { toUnit: 'luan-02', shares, occurredOn: '2022-03-12' });
  await send('reporter', 'luan-02', `leads/${lead}/referral/acceptance`, { occurredOn: '2022-03-15' });
  return { lead, rival, merged };
}

async function recordAdmission(send: Send, project: string): Promise<void> {
  await send('administrator', 'city', 'admission-rules', {
    from: '2022-01-01',
    checks: [
      { code: 'eia', name: '环评可行' },
      { code: 'land-use', name: '亩均投资', measure: 'investment-per-mu', atLeast: '300' },
    ],
    criteria: [
      { code: 'technology', name: '科技含量', max: 60 },
      { code: 'ecology', name: '生态', max: 40 },
    ],
    passScore: 60,
  });
  await send('department', 'city', `projects/${project}/admission`, {
    facts: { investment: '80000', landMu: '320' },
    judgements: [{ check: 'eia', passed: true, note: '已预审' }],
    scores: [
      { criterion: 'technology', score: 50 },
      { criterion: 'ecology', score: 25 },
    ],
    occurredOn: '2022-04-10',
  });
  await send('department', 'city', `projects/${project}/admission/override`, {
    approver: 'account-9',
    reason: '补链关键环节',
    occurredOn: '2022-04-12',
  });
}

/** Two versions: of 2022-05-01, and of 2023-01-01. */
async function recordApprovalList(send: Send): Promise<void> {
  const drawings = { code: 'drawings', name: '施工图审查合格书' };
  const permit = {
    ...{ kind: 'construction-permit', days: 'working', statutoryLimit: 10, promisedLimit: 5 },
    materials: [drawings, { code: 'wages', name: '农民工工资专户证明', deferrable: true }],
  };
  const letter = { kind: 'letter', days: 'calendar', statutoryLimit: 7, materials: [] };
  const early = { ...letter, paper: '前期工作函', promisedLimit: 0, byCommitment: true };
  const publish = (list: object) => send('administrator', 'city', 'approval-list', list);
  await publish({ from: '2022-05-01', items: [permit, letter, early] });
  await publish({ from: '2023-01-01', items: [{ ...permit, promisedLimit: 3 }] });
}

/** Asked to supplement, accepted, stopped for an expert review, and late on 2022-05-31. */
async function recordApproval(send: Send, project: string): Promise<string> {
  const id = await send('reporter', 'luan-02', `projects/${project}/approvals`, {
    kind: 'construction-permit',
    department: 'zhujian',
    days: 'working',
    statutoryLimit: 10,
    promisedLimit: 5,
    jointCase: '并联-1',
    greenChannel: true,
    occurredOn: '2022-05-05',
  });
  const decide = (what: string, body: object) => send('department', 'zhujian', `approvals/${id}/${what}`, body);
  await decide('supplement-requests', { papers: ['消防设计文件'], occurredOn: '2022-05-07' });
  await send('reporter', 'luan-02', `approvals/${id}/supplements`, {
    evidence: [paper('application')],
    occurredOn: '2022-05-10',
  });
  await decide('acceptance', { missing: { items: ['wages'], by: '2022-06-10' }, occurredOn: '2022-05-11' });
  await decide('exclusions', { cause: 'expert-review', from: '2022-05-16', until: '2022-05-18' });
  return id;
}

async function recordPlans(send: Send, project: string, late: string): Promise<void> {
  const annual = { year: 2022, investment: '20000', startMonth: '2022-06', occurredOn: '2022-04-15' };
  await send('reporter', 'luan-02', `projects/${project}/annual-plans`, annual);
  await send('reporter', 'luan-01', `projects/${late}/annual-plans`, { ...annual, startMonth: '2022-03' });
  const contract = { totalInvestment: '80000', fixedAssetInvestment: '60000', startBy: '2022-06-30' };
  await send('reporter', 'luan-02', `projects/${project}/contract`, { ...contract, occurredOn: '2022-04-20' });
  await send('reporter', 'luan-02', `projects/${project}/start`, { occurredOn: '2022-07-10' });
}

async function recordResponsibility(send: Send, lastEvent: Recorder['lastEvent'], project: string): Promise<void> {
  const record = (path: string, body: object) => send('department', 'city', `projects/${project}/${path}`, body);
  await record('group', { group: 'chain-01', occurredOn: '2022-04-15' });
  await record('leaders', { account: 'account-7', duty: '包保领导', occurredOn: '2022-04-16' });
  const led = { leader: 'account-7', unit: 'luan-02', requirement: '按月调度' };
  const prepared = { matter: '供地', target: '净地 320 亩', due: '2022-04-25', occurredOn: '2022-04-16' };
  await record('responsibility', { ...led, ...prepared });
  const taskEventId = await lastEvent(`projects/${project}`);
  const done = { taskEventId, result: '净地已移交', occurredOn: '2022-04-28' };
  await record('responsibility/completion', done);
  const built = { matter: '年内开工', target: '完成投资 2 亿元', due: '2022-12-31', occurredOn: '2022-05-01' };
  await record('responsibility', { ...led, ...built });
  await record('key-levels', { level: 'municipal', year: 2022, occurredOn: '2022-04-18' });
  await record('handoffs', { toUnit: 'luan-01', phase: 'construction', occurredOn: '2022-08-01' });
}

/** @returns the enterprise's: its leader has 六定 */
async function recordStewardships(send: Send): Promise<string> {
  const record = (path: string, body: object) => send('department', 'city', `stewardships${path}`, body);
  const steward = { unit: 'luan-01', account: 'account-7', duty: '市委常委', occurredOn: '2022-04-16' };
  const enterprise = { kind: 'enterprise', code: '91350100M000100Y43', name: '某某光伏有限公司' };
  const id = await record('', { ...enterprise, ...steward, purpose: 'guarantee' });
  await record(`/${id}/responsibility`, {
    matter: '解决用工',
    target: '招工 300 人',
    leader: 'account-7',
    unit: 'luan-01',
    requirement: '每周调度',
    due: '2022-06-30',
    occurredOn: '2022-04-20',
  });
  await record('', { kind: 'district', code: 'luan-02', ...steward, unit: 'luan-02', purpose: 'liaison' });
  return id;
}

/** @returns the first visit: the leader negotiates for the lead */
async function recordVisits(send: Send, lead: string, project: string): Promise<string> {
  const visit = { unit: 'luan-01', kind: 'outing', leaderDuty: '县委书记', place: '合肥市' };
  const first = await send('reporter', 'luan-01', 'visits', {
    ...visit,
    from: '2022-03-02',
    to: '2022-03-04',
    purpose: '洽谈光伏组件扩产',
    inPerson: ['negotiate'],
    enterprises: ['某某光伏有限公司'],
    leads: [lead],
  });
  await send('reporter', 'luan-01', 'visits', {
    ...visit,
    kind: 'reception',
    place: '霍邱县',
    from: '2022-08-10',
    to: '2022-08-10',
    inPerson: ['supervise', 'coordinate'],
    projects: [project],
  });
  return first;
}

async function recordReserve(send: Send): Promise<string> {
  const id = await send('department', 'city', 'reserve', {
    name: '城市智慧停车',
    unit: 'luan-01',
    idea: '补齐公共服务短板',
    funding: 'market',
    plannedInvestment: '9000',
    chain: '数字经济',
    occurredOn: '2022-01-10',
  });
  const record = (path: string, body: object) => send('reporter', 'luan-01', `reserve/${id}/${path}`, body);
  await record('site-check', { outcome: 'passed', occurredOn: '2022-02-01' });
  await record('selection', { step: 'sought', occurredOn: '2022-02-10' });
  await record('early-works', { work: 'proposal', state: 'done', occurredOn: '2022-02-15' });
  await record('early-works', { work: 'environment', state: 'under-way', occurredOn: '2022-02-20' });
  await send('supervisor', 'city', `reserve/${id}/review`, { idleDays: 90, on: '2022-06-30' });
  return id;
}
