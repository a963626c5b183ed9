import { type PostingRow } from './posting.entity.js';

/** What a rule says to post; the rest of the entry follows from the event. Amounts in 万元. */
export type Draft = Pick<PostingRow, 'metric' | 'unit' | 'day' | 'quantity'> &
  Partial<
    Pick<
      PostingRow,
      | 'group'
      | 'project'
      | 'totalInvestment'
      | 'fixedAssetInvestment'
      | 'chain'
      | 'share'
      | 'grade'
      | 'evidence'
      | 'item'
      | 'holder'
      | 'factId'
      | 'stream'
      | 'reversesSeq'
      | 'reversesLine'
    >
  >;
