import { type CreditCode, type Introducer } from '#libs/values';
import { IdField, ObjectField, TextField } from './fields.js';

export class IntroducerBody implements Introducer {
  @TextField('引荐企业的统一社会信用代码', 18, { optional: true }) creditCode?: CreditCode;
  @IdField('引荐企业的项目编号', { optional: true }) projectId?: string;
}

export const IntroducerField = () =>
  ObjectField('引荐企业（以商引商）：以代码或项目写明，不填个人', () => IntroducerBody, { optional: true });
