import { type CommandRunner } from '#libs/command-handling';
import { type Projection } from '#libs/projections';
import { openConverted, openConvertedLead } from '#libs/projects';
import { type LeadConverted, leadStream } from '../../domain/lead.events.js';

const CONVERSION: LeadConverted['type'] = 'LeadConverted';

/** Opens the project of every converted lead that the converting process itself did not get to. */
export const openConvertedLeads = (runner: CommandRunner): Projection =>
  openConverted(runner, {
    name: 'open-converted-leads',
    eventType: CONVERSION,
    streamPrefix: leadStream(''),
    open: openConvertedLead,
  });
