import { Sides } from '../ui/sides.js';

/** Approvals one by one, or what the published list says of all. */
export const ApprovalSides = ({ current }: { current: 'approvals' | 'list' }) => (
  <Sides
    current={current}
    sides={[
      { code: 'approvals', name: '办件', path: ['approvals'] },
      { code: 'list', name: '事项清单', path: ['approvals', 'list'] },
    ]}
  />
);
