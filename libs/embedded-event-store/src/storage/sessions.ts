/**
 * Every statement of the store has an index that fits, whatever its parameters: plan once, and by index. Without these
 * settings, plans made while the tables are nearly empty would scan them whole, and a session keeps its plans for long
 * after they have grown; and the append function would spend more time on planning than on writing.
 */
export const PLAN_ONCE_BY_INDEX = `
  SET plan_cache_mode = force_generic_plan;
  SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
  SET jit = off`;
