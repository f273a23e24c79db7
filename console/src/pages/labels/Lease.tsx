import { UnstyledButton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Schemas } from '~/api/client';
import { count } from '~/format/numbers';
import { Copy } from '~/parts/Identifier';
import { Panel } from '~/parts/Panel';
import { UnitName } from '~/parts/UnitName';
import { text } from '~/text/en';
import styles from './Labels.module.css';

const words = text.labels;
const SHOWN = 100;

interface Props {
  lease: Schemas['SerialLease'];
  shown: string | undefined;
  onShow: (epc: string) => void;
}

/** The serials just minted; each opens its label. */
export function Lease({ lease, shown, onShow }: Props) {
  return (
    <Panel
      title={words.minted(lease.count)}
      aside={
        <span className={styles.leaseTools}>
          <Copy text={lease.digitalLinks.join('\n')} label={words.copyAll} />
          <a
            className={styles.save}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(lease))}`}
            download={`serials-${lease.gtin}.csv`}
          >
            <IconDownload size={15} aria-hidden />
            {text.common.csv}
          </a>
        </span>
      }
      flush
    >
      <p className={styles.capacity}>{words.capacity(count(lease.issued), count(lease.capacity))}</p>
      <ul className={styles.serials}>
        {lease.digitalLinks.slice(0, SHOWN).map((link, position) => (
          <li key={link}>
            <UnstyledButton
              className={styles.serial}
              data-selected={link === shown}
              aria-pressed={link === shown}
              onClick={() => onShow(link)}
            >
              <UnitName text={lease.serials[position] ?? link} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {lease.count > SHOWN && <p className={styles.capacity}>{text.common.shown(SHOWN, lease.count)}</p>}
    </Panel>
  );
}

function csvOf(lease: Schemas['SerialLease']): string {
  const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = lease.serials.map(
    (serial, position) => `${lease.gtin},${quoted(serial)},${lease.digitalLinks[position] ?? ''}`,
  );
  return ['gtin,serial,digitalLink', ...rows].join('\r\n');
}
