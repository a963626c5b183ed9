import { Refusal } from '#libs/eventsourcing';
import { type UnitCode } from '#libs/values';

/** Who may act (features.md U4). */
export const ROLES = [
  'reporter',
  'leader',
  'project-unit',
  'department',
  'statistics',
  'supervisor',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** The person behind a request: an account's id, never a name. */
export interface Actor {
  readonly id: string;
  readonly unit: UnitCode;
  readonly role: Role;
}

/**
 * What a command needs: the right to change the city's set-up, record facts, find them false, decide on approvals, or certify
 * figures for an assessment (whose scheme says which unit certifies what).
 */
export type Permission = 'administer' | 'record' | 'inspect' | 'approve' | 'certify';

interface Rights {
  readonly may: readonly Permission[];
  /** `own`: only what its unit answers for; `city`: everything. */
  readonly reach: 'own' | 'city';
}

const RIGHTS: Record<Role, Rights> = {
  reporter: { may: ['record', 'certify'], reach: 'own' },
  leader: { may: ['certify'], reach: 'own' },
  'project-unit': { may: [], reach: 'own' },
  department: { may: ['record', 'inspect', 'approve', 'certify'], reach: 'city' },
  statistics: { may: ['certify'], reach: 'city' },
  supervisor: { may: ['inspect', 'certify'], reach: 'city' },
  auditor: { may: [], reach: 'city' },
  administrator: { may: ['administer'], reach: 'city' },
};

export const isRole = (value: unknown): value is Role => ROLES.includes(value as Role);

/** The unit whose rows alone the actor may read; `undefined` when every row is open. */
export const visibleUnitOf = ({ role, unit }: Actor): UnitCode | undefined =>
  RIGHTS[role].reach === 'own' ? unit : undefined;

/** @throws Refusal ACCESS.ROLE_FORBIDDEN when the role lacks the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!RIGHTS[actor.role].may.includes(permission))
    throw new Refusal('forbidden', 'ACCESS.ROLE_FORBIDDEN', '您的角色无权进行此项操作');
}

/** @throws Refusal ACCESS.UNIT_FORBIDDEN when the matter belongs to a unit that the actor can't act for. */
export function requireReach(actor: Actor, unit: UnitCode): void {
  if (RIGHTS[actor.role].reach === 'own' && actor.unit !== unit)
    throw new Refusal('forbidden', 'ACCESS.UNIT_FORBIDDEN', '只能办理本单位的事项');
}

/** @throws Refusal ACCESS.UNIT_FORBIDDEN unless the actor belongs to the very unit, however far its role reaches. */
export function requireMember(actor: Actor, unit: UnitCode): void {
  if (actor.unit !== unit) throw new Refusal('forbidden', 'ACCESS.UNIT_FORBIDDEN', '只能由承办单位办理');
}
