import { Sides } from '../ui/sides.js';

/** The two ways to look at visits: one by one, or by what was done in person for each major project. */
export const VisitSides = ({ current }: { current: 'list' | 'in-person' }) => (
  <Sides
    current={current}
    sides={[
      { code: 'list', name: '外出与接待', path: ['visits'] },
      { code: 'in-person', name: '三个亲自', path: ['visits', 'in-person'] },
    ]}
  />
);
