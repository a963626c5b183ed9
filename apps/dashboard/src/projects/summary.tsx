import { formatAddress } from '../address.js';
import { type Introducer, type ProjectState } from '../api.js';
import { grouped } from '../format.js';
import { FactList } from '../ui/fact-list.js';
import { IntroducerName } from '../ui/introducer.js';
import { KEY_LEVELS, PROJECT_KINDS, inWords } from '../words.js';

interface Props {
  readonly id: string;
  readonly project: ProjectState;
  readonly introducer: Introducer | undefined;
  readonly asOf: string | undefined;
}

/** What a project is, and its figures so far. */
export function Summary({ id, project, introducer, asOf }: Props) {
  const { unit, localUnit, totalInvestment, investmentCompleted, capitalArrived } = project;
  return (
    <FactList
      facts={[
        ['责任单位', unit.name],
        ['第一责任单位', localUnit.code !== unit.code && localUnit.name],
        ['专班', project.group?.name],
        ['来源线索', project.leadId && <Origin view="leads" id={project.leadId} name="查看线索" />],
        ['引荐企业', introducer && <IntroducerName key="introducer" introducer={introducer} asOf={asOf} />],
        ['来源储备', project.reserveId && <Origin view="reserve" id={project.reserveId} name="查看储备项目" />],
        ['签约前', <Origin key="admission" view="admission" id={id} name="准入评审" />],
        ['性质', project.kind && inWords(PROJECT_KINDS, project.kind)],
        ['级别', project.keyLevel && inWords(KEY_LEVELS, project.keyLevel)],
        ['地点', project.place],
        ['产业链', project.chain],
        ['企业', project.enterprise],
        ['计划投资（万元）', !totalInvestment && project.plannedInvestment && grouped(project.plannedInvestment)],
        ['总投资（万元）', totalInvestment && grouped(totalInvestment)],
        ['固定资产投资（万元）', project.fixedAssetInvestment && grouped(project.fixedAssetInvestment)],
        ['累计完成投资（万元）', investmentCompleted !== '0' && grouped(investmentCompleted)],
        ['累计到位资金（万元）', capitalArrived !== '0' && grouped(capitalArrived)],
        ['用地（亩）', project.landMu && grouped(project.landMu)],
      ]}
    />
  );
}

/** Leads to what stands behind the project. */
const Origin = ({ view, id, name }: { view: string; id: string; name: string }) => (
  <a href={formatAddress({ path: [view, id], params: {} })}>{name}</a>
);
