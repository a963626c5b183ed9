import { Sides } from '../ui/sides.js';

/** What leaders and units answer for: projects, or enterprises, parks and districts. */
export const ResponsibilitySides = ({ current }: { current: 'projects' | 'stewardships' }) => (
  <Sides
    current={current}
    sides={[
      { code: 'projects', name: '项目', path: ['responsibilities'] },
      { code: 'stewardships', name: '企业、园区、区县', path: ['responsibilities', 'stewardships'] },
    ]}
  />
);
