import { type FixedTask } from './answers.js';

/** 六定, but for the due day. */
export const FixedTaskWords = ({ task }: { task: FixedTask }) => (
  <>
    {task.matter}
    <div className="muted">{`${task.target}；${task.unit.name}，${task.leader} 牵头；${task.requirement}`}</div>
  </>
);
