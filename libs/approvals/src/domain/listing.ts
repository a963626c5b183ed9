import { refuseUnless } from '#libs/eventsourcing';
import { type ApprovalRequest } from './approval.commands.js';
import { type ApprovalRequested } from './approval.events.js';
import { type ApprovalList, itemFor } from './approval-list.events.js';
import { type Approval } from './approval.state.js';
import { type Material } from './material.js';

type Terms = Pick<ApprovalRequested['data'], 'days' | 'statutoryLimit' | 'promisedLimit' | 'listed'>;

/**
 * How long an approval may take, and the papers it requires. With a list in force (features.md P3, 清单制) both are the
 * list's, and nothing that isn't on it can be asked for; a department may promise to be quicker. Without, they are stated.
 * @throws Refusal APPROVAL.NOT_LISTED, APPROVAL.LIMIT_NOT_LISTED, APPROVAL.LIMIT_UNSTATED
 */
export function termsOf(request: ApprovalRequest, list: ApprovalList | undefined): Terms {
  const { kind, paper, days, statutoryLimit, promisedLimit } = request;
  if (!list) {
    refuseUnless(days, 'invalid', 'APPROVAL.LIMIT_UNSTATED', '没有现行的审批事项清单，须写明时限按何种日计', 'days');
    refuseUnless(
      statutoryLimit !== undefined,
      'invalid',
      'APPROVAL.LIMIT_UNSTATED',
      '没有现行的审批事项清单，须写明法定时限',
      'statutoryLimit',
    );
    return { days, statutoryLimit, ...(promisedLimit !== undefined && { promisedLimit }) };
  }
  const item = itemFor(list, kind, paper);
  refuseUnless(item, 'invalid', 'APPROVAL.NOT_LISTED', `第 ${list.version} 版审批事项清单没有这一事项`, 'kind');
  refuseOther(days ?? item.days, item.days, 'days');
  refuseOther(statutoryLimit ?? item.statutoryLimit, item.statutoryLimit, 'statutoryLimit');
  const promised = promisedLimit ?? item.promisedLimit;
  const quick = promised === undefined || promised <= (item.promisedLimit ?? item.statutoryLimit);
  refuseUnless(quick, 'invalid', 'APPROVAL.LIMIT_NOT_LISTED', '承诺时限不得长于清单所列', 'promisedLimit');
  return {
    days: item.days,
    statutoryLimit: item.statutoryLimit,
    ...(promised !== undefined && { promisedLimit: promised }),
    listed: {
      version: list.version,
      materials: item.materials.map((material) => ({ ...material })),
      ...(item.byCommitment && { byCommitment: true }),
    },
  };
}

const refuseOther = (stated: string | number, listed: string | number, field: string): void =>
  refuseUnless(stated === listed, 'invalid', 'APPROVAL.LIMIT_NOT_LISTED', `清单所列为 ${listed}`, field);

/**
 * The papers of the list that are named by their codes.
 * @throws Refusal APPROVAL.NO_LIST, APPROVAL.MATERIAL_NOT_LISTED, naming the field under `at`
 */
export function materialsOf({ listed }: Pick<Approval, 'listed'>, codes: readonly string[], at: string): Material[] {
  refuseUnless(listed, 'invalid', 'APPROVAL.NO_LIST', '该审批申请时没有审批事项清单，不能以清单中的代码写明材料', at);
  return codes.map((code, index) => {
    const material = listed.materials.find((each) => each.code === code);
    refuseUnless(material, 'invalid', 'APPROVAL.MATERIAL_NOT_LISTED', '清单中没有这一材料', `${at}.${index}`);
    return material;
  });
}
