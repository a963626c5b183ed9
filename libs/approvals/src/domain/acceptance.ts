import { refuseBefore, refuseUnless } from '#libs/eventsourcing';
import { type ApprovalCommand } from './approval.commands.js';
import { type ApprovalAccepted, type ApprovalOwedSupplied, type CommitmentAccepted } from './approval.events.js';
import { type Approval } from './approval.state.js';
import { materialsOf } from './listing.js';
import { refuseEmpty } from './refuse-empty.js';

type Command<Kind> = Extract<ApprovalCommand, { kind: Kind }>;

/**
 * 容缺受理: the papers that are missing, named by the list where the approval is on one, which says which may be.
 * @throws Refusal APPROVAL.NOTHING_LISTED, APPROVAL.LISTED_BY_CODE, APPROVAL.MATERIAL_NOT_DEFERRABLE and of `materialsOf`
 */
export function acceptWith(command: Command<'accept'>, approval: Approval): ApprovalAccepted {
  const { missing, occurredOn } = command;
  if (!missing) return { type: 'ApprovalAccepted', data: { occurredOn } };
  const { papers = [], items, by } = missing;
  refuseBefore(by, occurredOn, '受理', 'missing.by');
  if (!items) {
    refuseEmpty(papers, 'missing.papers');
    refuseUnless(
      !approval.listed,
      'invalid',
      'APPROVAL.LISTED_BY_CODE',
      '须以清单中的代码写明所缺材料',
      'missing.items',
    );
    return { type: 'ApprovalAccepted', data: { missing: { papers, by }, occurredOn } };
  }
  refuseEmpty(items, 'missing.items');
  refuseUnless(papers.length === 0, 'invalid', 'APPROVAL.LISTED_BY_CODE', '已按清单写明，不另填材料', 'missing.papers');
  const materials = materialsOf(approval, items, 'missing.items');
  materials.forEach(({ name, deferrable }, index) =>
    refuseUnless(
      deferrable,
      'invalid',
      'APPROVAL.MATERIAL_NOT_DEFERRABLE',
      `清单未将“${name}”列为可容缺`,
      `missing.items.${index}`,
    ),
  );
  return {
    type: 'ApprovalAccepted',
    data: { missing: { papers: materials.map(({ name }) => name), items, by }, occurredOn },
  };
}

/**
 * 告知承诺: conditions that are promised to hold, and papers of the list that are promised to follow by a day.
 * @throws Refusal APPROVAL.NO_COMMITMENT, APPROVAL.NOTHING_LISTED, APPROVAL.PROMISE_UNDATED and of `materialsOf`
 */
export function acceptPromise(command: Command<'accept-commitment'>, approval: Approval): CommitmentAccepted {
  const { conditions, items, by, evidence = [], occurredOn } = command;
  const offered = !approval.listed || approval.listed.byCommitment;
  refuseUnless(offered, 'conflict', 'APPROVAL.NO_COMMITMENT', '清单未将该事项列为可告知承诺办理');
  if (by) refuseBefore(by, occurredOn, '受理', 'by');
  if (!items) {
    refuseEmpty(conditions, 'conditions');
    return { type: 'CommitmentAccepted', data: { conditions, by, evidence, occurredOn } };
  }
  refuseEmpty(items, 'items');
  materialsOf(approval, items, 'items');
  refuseUnless(by, 'invalid', 'APPROVAL.PROMISE_UNDATED', '承诺补交材料须写明期限', 'by');
  return { type: 'CommitmentAccepted', data: { conditions, items, by, evidence, occurredOn } };
}

/** All that is still owed, or the papers of the list that are named. @throws Refusal APPROVAL.NOTHING_OWED, APPROVAL.NOT_OWED */
export function supplyOwed(
  { items, occurredOn, evidence = [] }: Command<'supply-owed'>,
  { owed, acceptedOn }: Approval,
): ApprovalOwedSupplied {
  refuseUnless(owed && !owed.suppliedOn, 'conflict', 'APPROVAL.NOTHING_OWED', '没有待补交的材料');
  refuseBefore(occurredOn, acceptedOn ?? occurredOn, '受理');
  if (!items) return { type: 'ApprovalOwedSupplied', data: { evidence, occurredOn } };
  refuseEmpty(items, 'items');
  items.forEach((code, index) => {
    const due = owed.codes?.includes(code) && !owed.supplied?.some((each) => each.code === code);
    refuseUnless(
      due && items.indexOf(code) === index,
      'conflict',
      'APPROVAL.NOT_OWED',
      '该材料无须补交',
      `items.${index}`,
    );
  });
  return { type: 'ApprovalOwedSupplied', data: { items, evidence, occurredOn } };
}
