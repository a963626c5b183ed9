import { type SequencedEvent } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';
import { type FigureVoided, type HandedOver, type HandoffCorrected } from '../domain/project.events.js';

/** Who answers for the project after an event that hands it over, or corrects or takes back that; else `undefined`. */
export function answeringAfter(event: SequencedEvent): UnitCode | undefined {
  switch (event.type) {
    case 'HandedOver':
      return (event as SequencedEvent<HandedOver>).data.toUnit;
    case 'HandoffCorrected':
    case 'FigureVoided':
      return (event as SequencedEvent<HandoffCorrected | FigureVoided>).data.answering;
    default:
      return undefined;
  }
}
