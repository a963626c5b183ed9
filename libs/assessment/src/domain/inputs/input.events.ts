import { type DomainEvent } from '#libs/eventsourcing';
import { type Day, type Evidence, type Grade, type UnitCode } from '#libs/values';

/** One thing of a certified list; the same thing has the same `id` in every list. */
export interface CertifiedItem {
  readonly id: string;
  readonly name: string;
  /** Decimal text by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** The subject's part in it, such as `0.5` or `1/3`; the whole when absent. */
  readonly share?: string;
}

/** One sheet of a panel. */
export interface PanelSheet {
  readonly panel: string;
  readonly score: string;
}

/** What is certified: a number, a list, or the sheets of panels. */
export type Content =
  | { readonly value: string }
  | { readonly items: readonly CertifiedItem[] }
  | { readonly scores: readonly PanelSheet[] };

/** Which input of which scheme and period, of which subject (absent when it is common to all), certified by whom. */
export interface InputPlace {
  readonly scheme: string;
  /** The version in force when it was certified; the figure serves every version of the period. */
  readonly version: number;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly input: string;
  readonly subject?: string;
  readonly by: UnitCode;
}

interface Proof {
  readonly evidence: readonly Evidence[];
  readonly grade: Grade;
  readonly occurredOn: Day;
}

interface Correction {
  readonly correctsEventId: string;
  readonly reason: string;
}

/** An award at discretion: on whose word and why. */
interface Award {
  readonly points: string;
  readonly approver: string;
  readonly reason: string;
}

export type InputCertified = DomainEvent<'InputCertified', InputPlace & Content & Proof>;
/** The whole input as it should have read from the start. */
export type InputCorrected = DomainEvent<'InputCorrected', InputPlace & Content & Proof & Correction>;
export type DiscretionaryPointsGiven = DomainEvent<'DiscretionaryPointsGiven', InputPlace & Award & Proof>;
export type DiscretionaryPointsCorrected = DomainEvent<
  'DiscretionaryPointsCorrected',
  InputPlace & Award & Proof & Pick<Correction, 'correctsEventId'>
>;
/** Whether one item of a list counts (认定), and why. */
export type RecognitionDecided = DomainEvent<
  'RecognitionDecided',
  InputPlace & { readonly item: string; readonly counts: boolean; readonly reason: string; readonly occurredOn: Day }
>;

export type InputEvent =
  InputCertified | InputCorrected | DiscretionaryPointsGiven | DiscretionaryPointsCorrected | RecognitionDecided;

/** What one unit certifies for one period of a scheme: units that certify at the same time never meet in a stream. */
export const inputStream = (scheme: string, { from, to }: InputPlace['period'], by: UnitCode): string =>
  `assessment-${scheme}-${from}-${to}-${by}`;
