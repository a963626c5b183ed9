import { type Posting } from '../api.js';

/** A signed project, and its start if one stands. */
export interface CohortMember {
  readonly contract: Posting;
  readonly start: Posting | undefined;
}

/** The signed projects with their starts: those not yet started first, then by the day of signing. */
export function cohortOf(signed: readonly Posting[], started: readonly Posting[]): CohortMember[] {
  const starts = new Map(standing(started).map((posting) => [posting.project?.id, posting]));
  return standing(signed)
    .map((contract) => ({ contract, start: starts.get(contract.project?.id) }))
    .sort((a, b) => Number(!!a.start) - Number(!!b.start) || a.contract.day.localeCompare(b.contract.day));
}

/** The postings that no reversal (红冲) has taken back. */
export function standing(postings: readonly Posting[]): Posting[] {
  const reversed = new Set(postings.flatMap(({ reverses }) => (reverses ? [`${reverses.seq}.${reverses.line}`] : [])));
  return postings.filter(({ seq, line, reverses }) => !reverses && !reversed.has(`${seq}.${line}`));
}
