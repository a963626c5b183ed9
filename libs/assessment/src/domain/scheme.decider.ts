import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type Scheme } from './scheme.js';
import { type SchemeEvent } from './scheme.events.js';
import { ASSESSMENT_TITLES } from './titles.js';

/** A scheme that `validateScheme` has accepted, on the day it is published. */
export interface SchemePublication {
  readonly scheme: Scheme;
  readonly occurredOn: Day;
}

/** The versions published under the code, the first one first: version n stands at n − 1. */
export interface SchemeState {
  readonly versions: readonly Scheme[];
}

/**
 * Versions of a code are published one after another and never replaced: a score names the version it was made with.
 * Refusals: `SCHEME.VERSION_TAKEN`, `SCHEME.VERSION_SKIPPED`.
 */
export const schemeDecider: Decider<SchemePublication, SchemeState, SchemeEvent> = {
  knows: ASSESSMENT_TITLES,
  initialState: { versions: [] },

  decide({ scheme, occurredOn }, state) {
    const next = state.versions.length + 1;
    refuseUnless(
      scheme.version >= next,
      'conflict',
      'SCHEME.VERSION_TAKEN',
      `方案 ${scheme.code} 的第 ${scheme.version} 版已经发布，版本号不得重复使用；下一版应为第 ${next} 版`,
      'version',
    );
    refuseUnless(
      scheme.version === next,
      'conflict',
      'SCHEME.VERSION_SKIPPED',
      `方案 ${scheme.code} 的下一版应为第 ${next} 版，不能跳到第 ${scheme.version} 版`,
      'version',
    );
    return [{ type: 'SchemePublished', data: { code: scheme.code, version: next, scheme, occurredOn } }];
  },

  evolve: ({ versions }, { data }) => ({ versions: [...versions, data.scheme] }),
};
