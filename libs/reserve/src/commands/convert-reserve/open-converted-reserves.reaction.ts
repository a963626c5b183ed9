import { type CommandRunner } from '#libs/command-handling';
import { type Projection } from '#libs/projections';
import { openConverted, openConvertedReserve } from '#libs/projects';
import { type ReserveConverted, reserveStream } from '../../domain/reserve.events.js';

const CONVERSION: ReserveConverted['type'] = 'ReserveConverted';

/** Opens the project of every converted entry that the converting process itself did not get to. */
export const openConvertedReserves = (runner: CommandRunner): Projection =>
  openConverted(runner, {
    name: 'open-converted-reserves',
    eventType: CONVERSION,
    streamPrefix: reserveStream(''),
    open: openConvertedReserve,
  });
