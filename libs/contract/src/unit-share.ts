import { type Share, type UnitCode, type UnitShare } from '#libs/values';
import { ListField, ShareField, UnitField } from './fields.js';

const MOST_UNITS = 20;

/** The part of one that a unit is credited with. */
export class UnitShareBody implements UnitShare {
  @UnitField('分享单位代码') unit: UnitCode;
  @ShareField('分享比例') share: Share;
}

/** How credit is divided; that it adds up to exactly one is the decider's to see (`sharesFault`). */
export const SharesField = (label: string, { optional = false } = {}) =>
  ListField(label, () => UnitShareBody, MOST_UNITS, { optional });
