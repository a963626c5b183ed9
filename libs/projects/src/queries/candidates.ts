import { type Contained, tableOf } from '#libs/read-models';
import { STAGES, type Stage } from '../domain/project.state.js';
import { type Attribute, ProjectFormerRow } from '../projections/project-summary/project-former.entity.js';
import { ProjectRow } from '../projections/project-summary/project-summary.entity.js';

/** A condition that a project has something: as SQL over its summary's columns, and over the `value` of what it was. */
interface Having {
  readonly now: (project: string) => string;
  readonly was: string;
}

/** What a list of the past looks for, by the attribute. */
export type Sought = { readonly [Each in Attribute]?: Having };

/** Which projects can be found by what is sought, as SQL: a relation of summaries, and a condition on it as `opened`. */
export interface Candidates {
  readonly projects: string;
  readonly among: string;
}

const PROJECT = tableOf(ProjectRow).name;
const FORMER = tableOf(ProjectFormerRow).name;

/** The attributes that indexes find projects by; those that mostly find the fewest first. */
const FIRST = [
  'parent',
  'introducer',
  'leader',
  'unit',
  'group',
  'class',
  'chain',
] as const satisfies readonly Attribute[];

/**
 * The projects that are now what is sought, or were so last after the seq `$1`: only they can have been so at that seq. By
 * one attribute they are looked up, by the others passed over.
 */
export function candidates(sought: Sought): Candidates {
  const first = FIRST.find((attribute) => sought[attribute]);
  const having = first && sought[first];
  const among = Object.entries(sought).flatMap(([attribute, other]) =>
    other === having ? [] : `(${other.now('opened.')} or opened.${wasSo(attribute, other.was)})`,
  );
  return {
    projects: having
      ? `(${newest(having.now('project.'))} union all
          ${newest(`(${having.now('project.')}) is not true and ${wasSo(first, having.was)}`)})`
      : PROJECT,
    among: among.join(' and ') || 'true',
  };
}

/** In the order of the list, so that a page needn't sort all that there is. */
const newest = (condition: string): string =>
  `(select * from ${PROJECT} project where ${condition} order by opened_seq desc)`;

const wasSo = (attribute: string, was: string): string =>
  `id in (select project from ${FORMER} where attribute = '${attribute}' and until_seq > $1 and ${was})`;

/** What is asked for of a list: what isn't asked for is left out. */
export const soughtBy = (asked: { readonly [Each in Attribute]?: Having | false }): Sought =>
  Object.fromEntries(Object.entries(asked).filter(([, having]) => having));

/** Has this very value (SQL) in a column. */
export const equal = (column: string, value: string): Having => ({
  now: (project) => `${project}${column} = ${value}`,
  was: `value = ${value}`,
});

/** Has the value in a list. */
export const listing = (column: string, value: string): Having => ({
  now: (project) => `${project}${column} @> jsonb_build_array(${value}::text)`,
  was: `value = ${value}`,
});

/** Has the text somewhere in its name. */
export const named = (text: Contained, value: string): Having => ({
  now: (project) => text.within(`${project}name`, value),
  was: text.within('value', value),
});

/** Of so much at least (万元), of the contract or else as planned: SQL over a summary's columns, as its indexes have them. */
export const investing = (least: string, project = ''): string =>
  `(${project}total_investment >= ${least}
    or ${project}total_investment is null and (${project}planned_investment >= ${least} or ${least} <= 0))`;

/** Has an investment of so much at least. */
export const invested = (least: string): Having => ({
  now: (project) => investing(least, project),
  was: `case attribute when 'investment' then value::numeric >= ${least} end`,
});

/** Has come as far as a stage, if not farther. */
export const atLeastAt = (stage: Stage, value: string): Having => ({
  now: (project) => `${project}stage in (${fromOn(stage)})`,
  was: `value = ${value}`,
});

const fromOn = (stage: Stage): string =>
  STAGES.slice(STAGES.indexOf(stage))
    .map((each) => `'${each}'`)
    .join(', ');
