import { Controller, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type CommandBody } from '#libs/contract';
import {
  CorrectAmendmentBody,
  CorrectCapitalBody,
  CorrectContractBody,
  CorrectHandoffBody,
  CorrectHandoverBody,
  CorrectIntentBody,
  CorrectLandBody,
  CorrectMilestoneBody,
  CorrectOutputBody,
  CorrectProgressBody,
  CorrectRegistrationBody,
  CorrectSharingBody,
  CorrectStartBody,
  CorrectYearBody,
  type CorrectionBody,
  type FactCorrectionBody,
  type ProjectChange,
} from '#libs/projects';
import { type ChangeRoute, addRoute } from './change-routes.js';
import { ProjectRoutes } from './project-routes.js';

/** What stands is said anew, whole (features.md P12). */
@ApiTags('项目')
@Controller('v1/projects/:id')
export class ProjectCorrectionsController extends ProjectRoutes {}

type Change<Kind extends ProjectChange['kind']> = Extract<ProjectChange, { kind: Kind }>;

function correction<Taken extends CommandBody>(
  what: string,
  summary: string,
  body: Type<Taken>,
  changeOf: ChangeRoute<Taken>['changeOf'],
): void {
  const name = what.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  addRoute(ProjectCorrectionsController, {
    ...{ name, path: `corrections/${what}`, summary, permission: 'record', body },
    changeOf,
  });
}

/** Of milestones: the path, what it is called, what it takes, the milestone. */
const MILESTONES: readonly (readonly [
  string,
  string,
  Type<CorrectionBody>,
  Change<'correct-milestone'>['milestone'],
])[] = [
  ['contract', '更正签约', CorrectContractBody, 'contract'],
  ['registration', '更正企业注册', CorrectRegistrationBody, 'registration'],
  ['land', '更正拿地', CorrectLandBody, 'land'],
  ['start', '更正开工', CorrectStartBody, 'start'],
  ['completion', '更正竣工', CorrectMilestoneBody, 'completion'],
  ['acceptance', '更正竣工验收', CorrectMilestoneBody, 'acceptance'],
  ['asset-handover', '更正资产移交', CorrectHandoverBody, 'handover'],
  ['production', '更正投产', CorrectMilestoneBody, 'production'],
  ['output', '更正达产', CorrectOutputBody, 'output'],
];
for (const [path, summary, body, milestone] of MILESTONES)
  correction(path, summary, body, ({ correctsEventId, reason, ...terms }) => {
    return { kind: 'correct-milestone', milestone, correctsEventId, reason, terms } as Change<'correct-milestone'>;
  });

/** Of figures that are reported again and again. */
const FIGURES: readonly (readonly [string, string, Type<CorrectionBody>, Change<'correct-figure'>['figure']])[] = [
  ['progress', '更正一个月的进度', CorrectProgressBody, 'progress'],
  ['capital', '更正一笔资金到位', CorrectCapitalBody, 'capital'],
  ['years', '更正一个年度的产出', CorrectYearBody, 'output'],
];
for (const [path, summary, body, figure] of FIGURES)
  correction(path, summary, body, ({ correctsEventId, reason, ...terms }) => {
    return { kind: 'correct-figure', figure, correctsEventId, reason, terms } as unknown as Change<'correct-figure'>;
  });

/** Of what was agreed and decided: by the command that recorded it. */
const FACTS: readonly (readonly [string, string, Type<FactCorrectionBody>, Change<'correct-fact'>['said']['kind']])[] =
  [
    ['amendment', '更正一次合同变更', CorrectAmendmentBody, 'amend-contract'],
    ['handoff', '更正一次责任单位移交', CorrectHandoffBody, 'hand-over'],
    ['credit-share', '更正一次利益分享', CorrectSharingBody, 'share-credit'],
    ['letter-of-intent', '更正一份意向书或框架协议', CorrectIntentBody, 'sign-letter-of-intent'],
  ];
for (const [path, summary, body, kind] of FACTS)
  correction(path, summary, body, ({ correctsEventId, correctionReason, ...facts }) => {
    const said = { kind, facts } as unknown as Change<'correct-fact'>['said'];
    return { kind: 'correct-fact', correctsEventId, correctionReason, said };
  });
