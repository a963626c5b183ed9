const whole = (name: string, otherwise: number): number => {
  const given = process.env[name];
  if (given === undefined || given === '') return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(given)) throw new Error(`${name} has to be a whole number above 0, not ${given}`);
  return Number(given);
};

/** How many rounds count; `ROUNDS` makes it fewer for a quick look. */
export const roundsToRun = (): number => whole('ROUNDS', 5);

/** The amount of work in a round; `SIZE` replaces the benchmark's own. */
export const sizeOr = (own: number): number => whole('SIZE', own);

/** A folder that keeps the read models that queries are put to, if `DATA` names one: they are filled once. */
export const dataFolder = (): string | undefined => process.env.DATA || undefined;

/** A folder for CPU profiles of every program that is started, if `PROFILE` names one. */
export const profileFolder = (): string | undefined => process.env.PROFILE || undefined;

/** The folder in whose `node_modules` Emmett is, if `EMMETT` names one. */
export const emmettFolder = (): string | undefined => process.env.EMMETT || undefined;
