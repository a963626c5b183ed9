import { type DomainEvent, type SequencedEvent, stepwise } from '#libs/eventsourcing';
import { type LeadStep, leadIdOf } from '#libs/leads';
import { type ProjectEvent, answeringAfter, projectIdOf } from '#libs/projects';
import { type ReserveStep, reserveIdOf } from '#libs/reserve';
import { canonicalCreditCode } from '#libs/values';
import { type SubjectKind, type SubjectRow } from './duplicate-index.entities.js';

/** The lead, project or entry of the reserve whose stream it is; `undefined` for any other stream. */
export function subjectOf(stream: string): { kind: SubjectKind; id: string } | undefined {
  for (const kind of ['lead', 'project', 'reserve'] as const) {
    const id = ID_OF[kind](stream);
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

const ID_OF: Readonly<Record<SubjectKind, (stream: string) => string | undefined>> = {
  lead: leadIdOf,
  project: projectIdOf,
  reserve: reserveIdOf,
};

/** One spelling of a parcel's number. */
export const parcelKey = (parcel: string): string => parcel.normalize('NFKC').replace(/\s/g, '').toUpperCase();

const codeOf = (creditCode: string | undefined, before: string | null): string | null =>
  creditCode === undefined ? before : canonicalCreditCode(creditCode);

function evolve(row: SubjectRow | undefined, event: SequencedEvent): SubjectRow | undefined {
  const { type, data } = event as unknown as LeadStep | ProjectEvent | ReserveStep;
  if (type === 'LeadCaptured' || type === 'ProjectOpened' || type === 'ProjectPlanned') return begun(event, data);
  if (!row) return undefined;
  const unit = answeringAfter(event);
  if (unit !== undefined) return { ...row, unit };
  switch (type) {
    case 'LeadRevised':
      return {
        ...row,
        title: data.title ?? row.title,
        enterprise: data.enterprise ?? row.enterprise,
        creditCode: codeOf(data.creditCode, row.creditCode),
      };
    case 'LeadAssigned':
    case 'LeadReferralAccepted':
      return { ...row, unit: data.unit };
    case 'SelectionAdvanced':
      return { ...row, enterprise: data.enterprise ?? row.enterprise };
    // What an entry has become is found as that; what was given up is planned no more.
    case 'ReserveConverted':
    case 'ReserveDropped':
    case 'ZombieCleared':
    case 'LeadMerged':
    case 'LeadVoided':
      return { ...row, gone: true };
    case 'ProjectDetailsChanged':
      return { ...row, title: data.name };
    case 'ContractSigned':
    case 'ContractAmended':
    case 'ContractCorrected':
      return { ...row, enterprise: data.enterprise ?? row.enterprise };
    case 'EnterpriseRegistered':
    case 'RegistrationCorrected':
      return { ...row, enterprise: data.enterprise, creditCode: codeOf(data.creditCode, row.creditCode) };
    case 'LandSecured':
    case 'LandCorrected':
      return { ...row, parcels: [...new Set([...row.parcels, parcelKey(data.parcel)])] };
    default:
      return row;
  }
}

type Dated = SequencedEvent<DomainEvent<string, { occurredOn: string }>>;

const EVOLVE: Readonly<Record<SubjectKind, (row: SubjectRow | undefined, event: Dated) => SubjectRow | undefined>> = {
  lead: stepwise<SubjectRow, Dated, 'LeadStepVoided'>(evolve, { voided: 'LeadStepVoided', begins: ['LeadCaptured'] }),
  reserve: stepwise<SubjectRow, Dated, 'ReserveStepVoided'>(evolve, {
    voided: 'ReserveStepVoided',
    begins: ['ProjectPlanned'],
  }),
  project: evolve,
};

/** What a lead, project or entry is recognised by after one more event; `undefined` until it begins. */
export function subjectAfter(row: SubjectRow | undefined, event: SequencedEvent): SubjectRow | undefined {
  const subject = subjectOf(event.stream);
  return subject && EVOLVE[subject.kind](row, event as Dated);
}

type Beginning = Extract<
  LeadStep | ProjectEvent | ReserveStep,
  { type: 'LeadCaptured' | 'ProjectOpened' | 'ProjectPlanned' }
>['data'];

function begun({ stream }: SequencedEvent, data: Beginning): SubjectRow | undefined {
  const subject = subjectOf(stream);
  if (!subject) return undefined;
  const blank = { stream, ...subject, unit: data.unit, parcels: [], gone: false, steps: [] };
  return 'enterprise' in data
    ? { ...blank, title: data.title, enterprise: data.enterprise, creditCode: codeOf(data.creditCode, null) }
    : { ...blank, title: (data as { name: string }).name, enterprise: null, creditCode: null };
}
