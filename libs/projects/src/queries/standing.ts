/** Whether a project goes on; `suspended` are those of them whose works stand still, `fake` those that never were. */
export const STANDINGS = ['going', 'suspended', 'terminated', 'fake'] as const;
export type Standing = (typeof STANDINGS)[number];

const GOING = 'found_fake_on is null and terminated_on is null';

/** Each as a condition on a project's summary, or on its steps: a count and the list behind it go by the same. */
export const IS_STANDING: Readonly<Record<Standing, string>> = {
  going: GOING,
  suspended: `${GOING} and suspended_on is not null`,
  terminated: 'found_fake_on is null and terminated_on is not null',
  fake: 'found_fake_on is not null',
};
