import type { Schemas } from '~/api/client';
import { elementString } from '~/format/identifiers';
import { Panel } from '~/parts/Panel';
import { UnitLink } from '~/parts/UnitLink';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Contents.module.css';

/** What is directly in a case, pallet or container. */
export function Contents({ trace }: { trace: Schemas['Trace'] }) {
  const { contents, contentsCount } = trace;
  return (
    <Panel title={text.unit.contents(contentsCount)}>
      <ul className={styles.contents}>
        {contents.map(epc => (
          <li key={epc}>
            <UnitLink epc={epc}>
              <UnitName text={elementString(epc)} />
            </UnitLink>
          </li>
        ))}
      </ul>
      {contents.length < contentsCount && (
        <p className={styles.rest}>{text.common.shown(contents.length, contentsCount)}</p>
      )}
    </Panel>
  );
}
