import { describe, expect, it } from '@jest/globals';
import { given } from '#libs/eventsourcing';
import { type Introducer } from '#libs/values';
import { fake, opened, plain, today } from '../../../../test/support/project-facts.js';
import { projectDecider } from './project.decider.js';
import { type ProjectEvent } from './project.events.js';

const code = '91350100M000100Y43';
const project = { name: '电芯', unit: 'd1', occurredOn: '2022-01-05' };
const open = (introducer: Introducer) => ({
  kind: 'open-project' as const,
  project: { ...project, introducer },
  today,
});
const correct = (introducer?: Introducer, occurredOn = '2022-03-01') => ({
  ...plain('correct-introducer', { introducer, reason: '漏填', occurredOn }),
  today,
});
const corrected = (introducer?: Introducer): ProjectEvent => ({
  type: 'IntroducerCorrected',
  data: { reason: '漏填', occurredOn: '2022-03-01', ...(introducer && { introducer }) },
});
const registered: ProjectEvent = {
  type: 'EnterpriseRegistered',
  data: { enterprise: '企业', creditCode: code, evidence: [], grade: 'claimed', occurredOn: '2022-02-01' },
};

describe('who brought a project in', () => {
  it('is said when it is opened, in one spelling', () => {
    expect(given(projectDecider).when(open({ creditCode: code.toLowerCase() }))).toMatchObject([
      { data: { introducer: { creditCode: code } } },
    ]);
    expect(given(projectDecider).when(open({}))).toEqual({
      refused: 'PROJECT.INTRODUCER_UNCLEAR',
      field: 'introducer',
    });
  });

  it('is put right: another, none, and again', () => {
    const history = [opened, corrected({ projectId: 'p1' })];
    expect(given(projectDecider, opened).when(correct({ creditCode: code.toLowerCase() }))).toEqual([
      corrected({ creditCode: code }),
    ]);
    expect(given(projectDecider, ...history).when(correct())).toEqual([corrected()]);
    expect(given(projectDecider, ...history, corrected()).when(correct({ projectId: 'p1' }))).toEqual([
      corrected({ projectId: 'p1' }),
    ]);
  });

  it.each<[string, ProjectEvent[], Introducer | undefined, string, string]>([
    ['the same', [corrected({ projectId: 'p1' })], { projectId: 'p1' }, 'PROJECT.SAME_INTRODUCER', 'introducer'],
    ['nobody, as before', [], undefined, 'PROJECT.SAME_INTRODUCER', 'introducer'],
    ['two at once', [], { creditCode: code, projectId: 'p1' }, 'PROJECT.INTRODUCER_UNCLEAR', 'introducer'],
    ['a slip', [], { creditCode: '91350100M000100Y44' }, 'PROJECT.INTRODUCER_CREDIT_CODE', 'introducer.creditCode'],
    ['itself', [registered], { creditCode: code }, 'PROJECT.INTRODUCED_BY_ITSELF', 'introducer.creditCode'],
  ])('is not %s', (_, history, introducer, refused, field) => {
    expect(given(projectDecider, opened, ...history).when(correct(introducer))).toEqual({ refused, field });
  });

  it('is not said of what never was, nor of a day before it or to come', () => {
    expect(given(projectDecider, opened, fake).when(correct({ projectId: 'p1' }))).toEqual({
      refused: 'PROJECT.FOUND_FAKE',
    });
    for (const [day, refused] of [
      ['2022-01-04', 'DAY.BEFORE_PREVIOUS'],
      ['2023-10-01', 'DAY.IN_FUTURE'],
    ] as const)
      expect(given(projectDecider, opened).when(correct({ projectId: 'p1' }, day))).toMatchObject({ refused });
  });
});
