import { CurrentProjection1751000000000 } from './current-projection.js';
import { Intervention1752000000000 } from './intervention.js';
import { ParkedEvent1750000000000 } from './parked-event.js';
import { ProjectionCheckpoint1740000000000 } from './projection-checkpoint.js';

/** Every migration of the infrastructure tables, oldest first. */
export const MIGRATIONS = [
  ProjectionCheckpoint1740000000000,
  ParkedEvent1750000000000,
  CurrentProjection1751000000000,
  Intervention1752000000000,
];
