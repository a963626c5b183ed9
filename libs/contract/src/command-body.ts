import { type Evidence, EVIDENCE_KINDS, type EvidenceKind, type Sha256 } from '#libs/values';
import { ChoiceField, IntegerField, ListField, ObjectField, Sha256Field, TextField } from './fields.js';

/** The row of an imported file that a command was made from. */
export class ImportSource {
  @Sha256Field('导入文件的 SHA-256') file: Sha256;
  @IntegerField('导入文件中的行号（从 1 起）', 1, 10_000_000) row: number;
}

/** A paper or picture that proves a fact. */
export class EvidenceBody implements Evidence {
  @ChoiceField('证据种类', EVIDENCE_KINDS) kind: EvidenceKind;
  @Sha256Field('证据文件的 SHA-256') sha256: Sha256;
  @TextField('证据编号', 100, { optional: true }) number?: string;
}

export const EvidenceField = () => ListField('证据', () => EvidenceBody, 20, { optional: true });

/** What any command may say about itself; these go into the events' metadata, the rest into their data. */
export class CommandBody {
  @TextField('批准人（职务或账号）', 100, { optional: true }) approvedBy?: string;
  @ObjectField('来源：导入文件的一行', () => ImportSource, { optional: true }) source?: ImportSource;
}

/** The fields of a body that are facts: all but what it says about itself. */
export function factsOf<Body extends CommandBody>(body: Body): Omit<Body, 'approvedBy' | 'source'> {
  const { approvedBy, source, ...facts } = body;
  return facts;
}
