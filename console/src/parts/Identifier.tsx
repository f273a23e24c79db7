import { CopyButton, UnstyledButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { identifierParts } from '~/format/identifiers';
import { text as words } from '~/text/en';
import styles from './Identifier.module.css';

interface Props {
  /** Human-readable element string, or a URI. */
  text: string;
  /** What the copy gives when not the text itself. */
  copies?: string;
  large?: boolean;
  bare?: boolean;
}

/** An identifier in groups that can be read aloud; one click copies it whole. */
export function Identifier({ text, copies = text, large = false, bare = false }: Props) {
  return (
    <span className={`${styles.identifier} ${large ? styles.large : ''}`}>
      <Grouped text={text} />
      {!bare && <Copy text={copies} />}
    </span>
  );
}

/** The groups alone; spaces between them are drawn, not there. */
export function Grouped({ text }: { text: string }) {
  const parts = identifierParts(text).map((part, position) => ({ ...part, key: `${position}` }));
  return (
    <code className={styles.code}>
      {parts.map(part => (
        <span key={part.key} className={styles.part}>
          {part.ai && <span className={styles.ai}>({part.ai})</span>}
          {part.groups
            .map((group, position) => ({ group, key: `${position}` }))
            .map(({ group, key }) => (
              <span key={key} className={styles.group}>
                {group}
              </span>
            ))}
        </span>
      ))}
    </code>
  );
}

export function Copy({ text, label = words.common.copy }: { text: string; label?: string }) {
  return (
    <CopyButton value={text} timeout={1600}>
      {({ copied, copy }) => (
        <UnstyledButton
          className={styles.copy}
          onClick={event => {
            event.preventDefault();
            copy();
          }}
          aria-label={copied ? words.common.copied : label}
          title={copied ? words.common.copied : label}
        >
          {copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} stroke={1.6} aria-hidden />}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
