import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { RESERVE_TITLES } from './titles.js';
import { type ZombiesReviewed } from './zombie-review.events.js';

export interface ReviewZombies {
  readonly kind: 'review-zombies';
  readonly review: ZombiesReviewed['data'];
  readonly today: Day;
}

/** `undefined` until the review has been held. */
export type ZombieReviewState = ZombiesReviewed['data'] | undefined;

/** A review is held once: what it found is on record, so that the same review again finds the same (features.md P16). */
export const zombieReviewDecider: Decider<ReviewZombies, ZombieReviewState, ZombiesReviewed> = {
  knows: RESERVE_TITLES,
  initialState: undefined,

  decide({ review, today }, state) {
    refuseUnless(!state, 'conflict', 'RESERVE.ALREADY_REVIEWED', '这次清查已登记');
    refuseFuture(review.on, today, 'on');
    return [{ type: 'ZombiesReviewed', data: review }];
  },

  evolve: (_state, { data }) => data,
};
