import { type Works } from './works.js';

/** Every view, by its address. */
export const VIEWS: readonly (readonly [name: string, address: (works: Works) => string])[] = [
  ['成绩单', () => '/league/signed-projects?from=2022-01-01&to=2022-12-31'],
  ['考核', () => '/assessments'],
  ['项目', () => '/projects'],
  ['一个项目', ({ project }) => `/projects/${project}`],
  ['全周期', () => '/pipeline?from=2022-01-01&to=2022-12-31'],
  ['责任', () => '/responsibilities'],
  ['领导挂钩', () => '/responsibilities/stewardships'],
  ['一个挂钩对象', ({ stewardship }) => `/responsibilities/stewardships/${stewardship}`],
  ['集中活动', () => '/batches'],
  ['线索', () => '/leads'],
  ['一条线索', ({ lead }) => `/leads/${lead}`],
  ['外出接待', () => '/visits'],
  ['三个亲自', () => '/visits/in-person?from=2022-01-01&to=2022-12-31'],
  ['一次外出', ({ visit }) => `/visits/${visit}`],
  ['储备库', () => '/reserve?on=2022-07-10'],
  ['一个储备项目', ({ entry }) => `/reserve/${entry}?on=2022-07-10`],
  ['准入', () => '/admission'],
  ['一次准入评审', ({ project }) => `/admission/${project}?on=2022-04-20`],
  ['审批', () => '/approvals?on=2022-05-31'],
  ['一项审批', ({ approval }) => `/approvals/${approval}?on=2022-05-31`],
  ['审批事项清单', () => '/approvals/list'],
  ['计划开工', () => '/planned-starts?year=2022&on=2022-09-30'],
  ['预警', () => '/overdue?on=2022-09-30'],
];
