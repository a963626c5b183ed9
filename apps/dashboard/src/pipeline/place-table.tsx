import { grouped } from '../format.js';
import { ShareBar } from '../ui/share-bar.js';
import { type Place } from './answers.js';

interface Props {
  readonly name: string;
  readonly places: readonly Place[];
  readonly investmentName: string;
  /** The list of those that stand at a place; absent when no list shows just them. */
  readonly linkOf?: (code: string) => string | undefined;
  /** Whether every place is one of many that add up. */
  readonly hasTotal?: boolean;
}

/** How many stand at each place and what they are worth, each with its bar. */
export function PlaceTable({ name, places, investmentName, linkOf, hasTotal = false }: Props) {
  const count = places.reduce((sum, place) => sum + place.count, 0);
  const mostCount = Math.max(...places.map((place) => place.count), 1);
  const mostInvestment = Math.max(...places.map(({ investment }) => Number(investment)), 1);
  return (
    <table className="grid places">
      <caption className="unseen">{name}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className="number">
            个数
          </th>
          <th scope="col" aria-hidden />
          <th scope="col" className="number">
            {investmentName}（万元）
          </th>
          <th scope="col" aria-hidden />
        </tr>
      </thead>
      <tbody>
        {places.map(({ code, name: place, count: each, investment }) => (
          <tr key={code} className={each === 0 ? 'none' : undefined}>
            <th scope="row">{place}</th>
            <td className="number">
              <Count count={each} link={linkOf?.(code)} />
            </td>
            <td className="bar-cell">
              <ShareBar part={each / mostCount} />
            </td>
            <td className="number">{grouped(investment)}</td>
            <td className="bar-cell">
              <ShareBar part={Number(investment) / mostInvestment} />
            </td>
          </tr>
        ))}
      </tbody>
      {hasTotal && (
        <tfoot>
          <tr>
            <th scope="row">合计</th>
            <td className="number">{count}</td>
            <td colSpan={3} />
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Count({ count, link }: { count: number; link: string | undefined }) {
  return link && count > 0 ? <a href={link}>{count}</a> : count;
}
