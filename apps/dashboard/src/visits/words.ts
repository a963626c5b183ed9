/** 三个亲自: what a leader does in person for a major project, by the code that the API counts it under. */
export const IN_PERSON = [
  { code: 'negotiate', short: '洽谈', name: '亲自洽谈' },
  { code: 'coordinate', short: '协调', name: '亲自协调' },
  { code: 'supervise', short: '督办', name: '亲自督办' },
] as const;
