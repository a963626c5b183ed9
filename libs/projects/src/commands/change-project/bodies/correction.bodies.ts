import { IntersectionType } from '@nestjs/swagger';
import { CommandBody, IdField, TextField } from '#libs/contract';
import { OutputFiguresBody, OutputTermsBody } from './afterwards.bodies.js';
import { IntentTermsBody } from './before-signing.bodies.js';
import { CapitalFiguresBody, HandoverTermsBody, ProgressFiguresBody } from './building.bodies.js';
import { ClaimBody, PermitBody, ReasonBody } from './claim.bodies.js';
import { AmendmentTermsBody, ContractTermsBody } from './contract.bodies.js';
import { LandTermsBody, RegistrationTermsBody } from './landing.bodies.js';
import { HandoffTermsBody, SharingTermsBody } from './responsibility.bodies.js';

/** Names the event that stands, and why it is said anew. */
export class CorrectionBody extends IntersectionType(ReasonBody, CommandBody) {
  @IdField('被更正的事件') correctsEventId: string;
}

/** The same for facts that may have a reason of their own. */
export class FactCorrectionBody extends CommandBody {
  @IdField('被更正的事件') correctsEventId: string;
  @TextField('更正的原因', 1000) correctionReason: string;
}

export class CorrectContractBody extends IntersectionType(ContractTermsBody, CorrectionBody) {}
export class CorrectRegistrationBody extends IntersectionType(RegistrationTermsBody, CorrectionBody) {}
export class CorrectLandBody extends IntersectionType(LandTermsBody, CorrectionBody) {}
export class CorrectStartBody extends IntersectionType(ClaimBody, PermitBody, CorrectionBody) {}
export class CorrectMilestoneBody extends IntersectionType(ClaimBody, CorrectionBody) {}
export class CorrectHandoverBody extends IntersectionType(HandoverTermsBody, CorrectionBody) {}
export class CorrectOutputBody extends IntersectionType(OutputTermsBody, CorrectionBody) {}

export class CorrectProgressBody extends IntersectionType(ProgressFiguresBody, CorrectionBody) {}
export class CorrectCapitalBody extends IntersectionType(CapitalFiguresBody, CorrectionBody) {}
export class CorrectYearBody extends IntersectionType(OutputFiguresBody, CorrectionBody) {}

export class CorrectAmendmentBody extends IntersectionType(AmendmentTermsBody, FactCorrectionBody) {}
export class CorrectHandoffBody extends IntersectionType(HandoffTermsBody, FactCorrectionBody) {}
export class CorrectSharingBody extends IntersectionType(SharingTermsBody, FactCorrectionBody) {}
export class CorrectIntentBody extends IntersectionType(IntentTermsBody, FactCorrectionBody) {}
