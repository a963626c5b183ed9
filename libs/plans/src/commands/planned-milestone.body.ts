import { DayField, IntegerField, ListField, TextField } from '#libs/contract';
import { type Day } from '#libs/values';
import { type PlannedMilestone } from '../domain/plan.events.js';

export class PlannedMilestoneBody implements PlannedMilestone {
  @TextField(
    '节点代码：常用节点为 contract、registration、land、permit、start、completion、acceptance、handover、production、output',
    40,
  )
  code: string;
  @TextField('节点名称', 100) name: string;
  @DayField('计划完成日期') plannedOn: Day;
  @IntegerField('次序', 1, 1000) order: number;
  @IntegerField('权重', 1, 1000, { optional: true }) weight?: number;
}

export const MilestonesField = () => ListField('节点', () => PlannedMilestoneBody, 100);
