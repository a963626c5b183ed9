import { type InputEvent } from './inputs/input.events.js';
import { type SchemeEvent } from './scheme.events.js';

/** What happened, in a word, for whoever reads the event. */
export const ASSESSMENT_TITLES: Readonly<Record<(SchemeEvent | InputEvent)['type'], string>> = {
  SchemePublished: '考核方案发布',
  InputCertified: '考核数据认定',
  InputCorrected: '考核数据更正',
  DiscretionaryPointsGiven: '酌情加减分',
  DiscretionaryPointsCorrected: '酌情加减分更正',
  RecognitionDecided: '事项认定',
};
