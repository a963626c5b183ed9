import { refuseUnless } from '#libs/eventsourcing';
import { EVIDENCE_KINDS, type EvidenceKind } from '#libs/values';

const isKind = (text: string): text is EvidenceKind => EVIDENCE_KINDS.includes(text as EvidenceKind);

/**
 * The kinds of paper that a reader asks for: `construction-permit,photo,payment|statistics-enrolment` is a permit, a photo,
 * and a payment or an enrolment. @throws Refusal EVIDENCE.UNKNOWN_KIND
 */
export const evidenceIn = (text: string): EvidenceKind[][] =>
  text.split(',').map((needed) =>
    needed.split('|').map((kind) => {
      refuseUnless(isKind(kind), 'invalid', 'EVIDENCE.UNKNOWN_KIND', `没有“${kind}”这种证据`, 'evidence');
      return kind;
    }),
  );
