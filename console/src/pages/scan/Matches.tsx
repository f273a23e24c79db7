import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { Panel } from '~/parts/Panel';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './ScanPage.module.css';

const SHOWN = 8;

/** Units whose serial or lot begins like what was typed: a person rarely types a whole identifier. */
export function Matches({ beginning }: { beginning: string }) {
  const { data } = useInfiniteQuery(questions.units({ text: beginning }));
  const page = data?.pages[0];
  if (!page || page.units.length === 0) return null;
  return (
    <Panel
      title={text.scan.matches(page.total)}
      aside={
        <Link to="/units" search={{ text: beginning }}>
          {text.scan.allMatches}
        </Link>
      }
      flush
    >
      <ul className={styles.matches}>
        {page.units.slice(0, SHOWN).map(unit => (
          <li key={unit.identifier.epc}>
            <Link to="/unit" search={{ epc: unit.identifier.epc }}>
              <UnitName text={unit.identifier.text} />
              {unit.product?.name}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
