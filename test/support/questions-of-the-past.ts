import { type Works } from '../browser/support/works.js';

/** What questions are about. */
export interface Asked extends Works {
  readonly batch: string;
  readonly campaign: string;
  /** The credit code of an enterprise whose first contact is claimed. */
  readonly investor: string;
}

const YEAR = 'from=2022-01-01&to=2022-12-31';

/** A question for every route that can be put to the past, by the route's path. */
export const QUESTIONS: Readonly<Record<string, (asked: Asked) => string>> = {
  '/v1/units': () => 'units',
  '/v1/units/{code}': () => 'units/luan-01',
  '/v1/groups': () => 'groups',
  '/v1/groups/{code}': () => 'groups/chain-01',
  '/v1/groups/{code}/projects': () => 'groups/chain-01/projects',
  '/v1/reserve': () => 'reserve',
  '/v1/reserve/{id}/history': ({ entry }) => `reserve/${entry}/history`,
  '/v1/batches': () => 'batches?on=2022-09-30',
  '/v1/batches/{id}': ({ batch }) => `batches/${batch}?on=2022-09-30`,
  '/v1/leads': () => 'leads',
  '/v1/leads/{id}/history': ({ rival }) => `leads/${rival}/history`,
  '/v1/leads/{id}/first-contact/history': ({ lead }) => `leads/${lead}/first-contact/history`,
  '/v1/investors/{creditCode}': ({ investor }) => `investors/${investor}`,
  '/v1/lead-quotas/table': () => 'lead-quotas/table?month=2022-03',
  '/v1/lead-quotas/{code}/history': () => 'lead-quotas/monthly/history',
  '/v1/admissions': () => 'admissions',
  '/v1/projects/{id}/admission/history': ({ late }) => `projects/${late}/admission/history`,
  '/v1/projects': () => 'projects',
  '/v1/projects/{id}': ({ project }) => `projects/${project}`,
  '/v1/projects/{id}/history': ({ project }) => `projects/${project}/history`,
  '/v1/projects/{id}/plan': ({ project }) => `projects/${project}/plan`,
  '/v1/projects/{id}/plan/history': ({ project }) => `projects/${project}/plan/history`,
  '/v1/responsibilities': () => 'responsibilities?handedOver=true&leader=account-7',
  '/v1/stewardships': () => 'stewardships?leader=account-7',
  '/v1/stewardships/{id}/history': ({ stewardship }) => `stewardships/${stewardship}/history`,
  '/v1/visits': () => 'visits',
  '/v1/visits/counts': () => `visits/counts?${YEAR}&by=unit,leader,month`,
  '/v1/visits/in-person': () => `visits/in-person?${YEAR}`,
  '/v1/visits/{id}/history': ({ visit }) => `visits/${visit}/history`,
  '/v1/approvals': () => 'approvals?on=2022-05-31',
  '/v1/approvals/{id}': ({ approval }) => `approvals/${approval}?on=2022-05-31`,
  '/v1/approvals/{id}/history': ({ approval }) => `approvals/${approval}/history`,
  '/v1/approval-list': () => 'approval-list',
  '/v1/approval-list/history': () => 'approval-list/history',
  '/v1/planned-starts': () => 'planned-starts?year=2022&on=2022-09-30',
  '/v1/planned-starts/projects': () => 'planned-starts/projects?year=2022&on=2022-09-30&metric=planned-start-rate',
  '/v1/plan-thresholds': () => 'plan-thresholds',
  '/v1/overdue': () => 'overdue?on=2022-09-30',
  '/v1/league-tables/{metric}': () => `league-tables/signed-investment?of=project&${YEAR}`,
  '/v1/league-tables/{metric}/projects': () => `league-tables/start-rate/projects?${YEAR}`,
  '/v1/postings': () => 'postings?metric=signed-projects',
  '/v1/pipeline': () => 'pipeline',
  '/v1/funnel': () => `funnel?cohort=projects&${YEAR}`,
  '/v1/assessments': () => 'assessments',
  '/v1/assessments/{scheme}/inputs': () => 'assessments/example/inputs',
  '/v1/assessments/{scheme}/scores': () => 'assessments/example/scores',
  '/v1/assessments/{scheme}/receipts/{subject}': () => 'assessments/example/receipts/luan-01',
  '/v1/targets': () => 'targets?year=2022&on=2022-09-30',
  '/v1/campaigns': () => 'campaigns',
  '/v1/campaigns/{id}': ({ campaign }) => `campaigns/${campaign}`,
};

const OWN_HISTORY = 'the present state of one thing, folded from its own stream; its history can be put to the past';
const VERSIONS = 'every version that was ever published, each with the day from which it holds';

/** The routes that answer of the present alone, and why. */
export const OF_THE_PRESENT: Readonly<Record<string, string>> = {
  '/health': 'of the process',
  '/health/ready': 'of the process',
  '/v1/vocabulary': 'of the build',
  '/v1/league-tables': 'of the build',
  '/v1/league-tables/{metric}/changes': 'asked between two as-ofs of its own',
  '/v1/events/{id}': 'an event never changes',
  '/v1/duplicates': 'asked before something is recorded',
  '/v1/reserve/{id}': OWN_HISTORY,
  '/v1/reserve/reviews/{id}': 'what became of a review’s findings until today',
  '/v1/leads/{id}': OWN_HISTORY,
  '/v1/leads/{id}/first-contact': OWN_HISTORY,
  '/v1/visits/{id}': OWN_HISTORY,
  '/v1/stewardships/{id}': OWN_HISTORY,
  '/v1/projects/{id}/admission': OWN_HISTORY,
  '/v1/lead-class-rules': VERSIONS,
  '/v1/admission-rules': VERSIONS,
  '/v1/calendars/{year}': 'the calendar in force; approvals of the past are counted by the one known then',
};
