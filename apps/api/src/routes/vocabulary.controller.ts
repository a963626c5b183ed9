import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MEASURE_NAMES } from '#libs/admission';
import { APPROVAL_KIND_NAMES } from '#libs/approvals';
import { CHANNEL_NAMES, METHOD_NAMES, STATUS_NAMES } from '#libs/leads';
import { STAGE_NAMES } from '#libs/projects';
import { PURPOSE_NAMES, STEWARDED_KIND_NAMES } from '#libs/stewardships';
import { TIER_NAMES } from '#libs/values';
import { IN_PERSON_NAMES, VISIT_KIND_NAMES } from '#libs/visits';
import { QueryRoute } from '../http/query-route.js';

/** What the codes in answers and events mean, by what they are codes of. */
const VOCABULARY = {
  leadChannels: CHANNEL_NAMES,
  leadMethods: METHOD_NAMES,
  leadTiers: TIER_NAMES,
  leadStatuses: STATUS_NAMES,
  projectStages: STAGE_NAMES,
  approvalKinds: APPROVAL_KIND_NAMES,
  admissionMeasures: MEASURE_NAMES,
  visitKinds: VISIT_KIND_NAMES,
  inPerson: IN_PERSON_NAMES,
  stewardedKinds: STEWARDED_KIND_NAMES,
  stewardPurposes: PURPOSE_NAMES,
};

@ApiTags('用语')
@Controller('v1/vocabulary')
export class VocabularyController {
  @Get()
  @QueryRoute('用语：答复和事件中各类代码的名称')
  all() {
    return VOCABULARY;
  }
}
