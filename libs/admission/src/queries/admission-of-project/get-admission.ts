import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#libs/command-handling';
import { DayField, ReadRequest } from '#libs/contract';
import { refuseUnless } from '#libs/eventsourcing';
import { type Day, type UnitCode } from '#libs/values';
import { ReviewedProjects } from '../../commands/reviewed-projects.js';
import { type AdmissionState, admissionDecider } from '../../domain/admission.decider.js';
import { admissionStream } from '../../domain/admission.events.js';
import { type AdmissionStanding } from '../../domain/standing.js';
import { admissionStanding } from './admission-standing.js';

export class AdmissionRequest extends ReadRequest {
  @DayField('拟签约日期') on: Day;
}

interface AdmissionAnswer {
  readonly standing: AdmissionStanding;
  readonly steps: AdmissionState;
}

/** Whether a project may sign on `on`, and every review and override. `visibleUnit` hides other units' projects. */
export class GetAdmission extends Query<AdmissionAnswer> {
  constructor(
    readonly projectId: string,
    readonly on: Day,
    readonly visibleUnit: UnitCode | undefined,
  ) {
    super();
  }
}

/** Folds the streams themselves: the answer is never behind. */
@QueryHandler(GetAdmission)
export class GetAdmissionHandler implements IQueryHandler<GetAdmission> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly projects: ReviewedProjects,
  ) {}

  /** @throws Refusal PROJECT.UNKNOWN, also for one that the asker may not see. */
  async execute({ projectId, on, visibleUnit }: GetAdmission): Promise<AdmissionAnswer> {
    const project = await this.projects.find(projectId);
    const visible = project && (visibleUnit === undefined || visibleUnit === project.unit);
    refuseUnless(visible, 'not-found', 'PROJECT.UNKNOWN', '没有这个项目');
    const { state: steps } = await this.runner.read(admissionStream(projectId), admissionDecider);
    return { standing: await admissionStanding(this.runner, projectId, on), steps };
  }
}
