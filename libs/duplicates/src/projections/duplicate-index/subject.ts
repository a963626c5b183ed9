import { type SequencedEvent } from '#libs/eventsourcing';
import { type LeadEvent, leadIdOf } from '#libs/leads';
import { type ProjectEvent, projectIdOf } from '#libs/projects';
import { canonicalCreditCode } from '#libs/values';
import { type SubjectKind, type SubjectRow } from './duplicate-index.entities.js';

/** The lead or project whose stream it is; `undefined` for any other stream. */
export function subjectOf(stream: string): { kind: SubjectKind; id: string } | undefined {
  const lead = leadIdOf(stream);
  if (lead !== undefined) return { kind: 'lead', id: lead };
  const project = projectIdOf(stream);
  return project === undefined ? undefined : { kind: 'project', id: project };
}

/** One spelling of a parcel's number. */
export const parcelKey = (parcel: string): string => parcel.normalize('NFKC').replace(/\s/g, '').toUpperCase();

const codeOf = (creditCode: string | undefined, before: string | null): string | null =>
  creditCode === undefined ? before : canonicalCreditCode(creditCode);

/** What a lead or project is recognised by after one more event; `undefined` until it begins. */
export function subjectAfter(row: SubjectRow | undefined, event: SequencedEvent): SubjectRow | undefined {
  const { type, data } = event as unknown as LeadEvent | ProjectEvent;
  if (type === 'LeadCaptured' || type === 'ProjectOpened') return begun(event, data);
  if (!row) return undefined;
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
    case 'LeadMerged':
      return { ...row, gone: true };
    case 'ProjectDetailsChanged':
      return { ...row, title: data.name };
    case 'HandedOver':
      return { ...row, unit: data.toUnit };
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

type Beginning = Extract<LeadEvent | ProjectEvent, { type: 'LeadCaptured' | 'ProjectOpened' }>['data'];

function begun({ stream }: SequencedEvent, data: Beginning): SubjectRow | undefined {
  const subject = subjectOf(stream);
  if (!subject) return undefined;
  const blank = { stream, ...subject, unit: data.unit, parcels: [], gone: false };
  return 'enterprise' in data
    ? { ...blank, title: data.title, enterprise: data.enterprise, creditCode: codeOf(data.creditCode, null) }
    : { ...blank, title: (data as { name: string }).name, enterprise: null, creditCode: null };
}
