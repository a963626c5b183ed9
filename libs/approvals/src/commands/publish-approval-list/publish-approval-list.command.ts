import { Command } from '@nestjs/cqrs';
import { type Answer, type CommandContext } from '#libs/command-handling';
import {
  ChoiceField,
  CodeField,
  CommandBody,
  DayField,
  FlagField,
  IntegerField,
  ListField,
  TextField,
} from '#libs/contract';
import { type Day } from '#libs/values';
import { type ListedItem } from '../../domain/approval-list.events.js';
import { DAY_KINDS, type DayKind } from '../../domain/approval.events.js';
import { type Material } from '../../domain/material.js';
import { APPROVAL_KINDS, type ApprovalKind } from '../../domain/approval.kinds.js';
import { LONGEST_LIMIT } from '../request-approval/request-approval.command.js';

const MOST_ITEMS = 200;
const MOST_MATERIALS = 50;

export class MaterialBody implements Material {
  @CodeField('材料代码') code: string;
  @TextField('材料名称', 200) name: string;
  @FlagField('可容缺', { optional: true }) deferrable?: boolean;
}

export class ListedItemBody implements ListedItem {
  @ChoiceField('审批事项', APPROVAL_KINDS) kind: ApprovalKind;
  @TextField('文书名称（不填为该类事项的其余全部）', 100, { optional: true }) paper?: string;
  @ChoiceField('时限按工作日（working）或自然日（calendar）计', DAY_KINDS) days: DayKind;
  @IntegerField('法定时限（天）', 1, LONGEST_LIMIT) statutoryLimit: number;
  @IntegerField('承诺时限（天；0 为当日办结）', 0, LONGEST_LIMIT, { optional: true }) promisedLimit?: number;
  @FlagField('可按告知承诺办理', { optional: true }) byCommitment?: boolean;
  @ListField('所需材料', () => MaterialBody, MOST_MATERIALS) materials: MaterialBody[];
}

/** No items say that from that day on no list is in force. */
export class PublishApprovalListBody extends CommandBody {
  @DayField('生效日期') from: Day;
  @ListField('审批事项', () => ListedItemBody, MOST_ITEMS) items: ListedItemBody[];
}

export class PublishApprovalList extends Command<Answer> {
  constructor(
    readonly body: PublishApprovalListBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
