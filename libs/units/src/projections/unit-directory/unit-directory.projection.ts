import { type SequencedEvent } from '#libs/eventsourcing';
import { type Projection } from '#libs/projections';
import { insertRows } from '#libs/read-models';
import { type UnitRegistered } from '../../domain/unit.events.js';
import { UNIT_DIRECTORY, UnitRow } from './unit.entity.js';

/** The units that answer for projects: code, name, kind, group. */
export const unitDirectoryProjection: Projection = {
  ...UNIT_DIRECTORY,
  entities: [UnitRow],
  onPoison: 'park',
  apply: (events, sql) => insertRows(sql, UnitRow, events.filter(isRegistration).map(rowOf)),
};

const isRegistration = (event: SequencedEvent): event is SequencedEvent<UnitRegistered> =>
  event.type === 'UnitRegistered';

const rowOf = ({ seq, data: { code, name, kind, group } }: SequencedEvent<UnitRegistered>): UnitRow => ({
  code,
  name,
  kind,
  group,
  registeredSeq: String(seq),
});
