import { Modal, UnstyledButton } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { Fragment } from 'react';
import { text } from '~/text/en';
import styles from './Tool.module.css';

interface Props {
  opened: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export function Keys({ opened, onOpen, onClose }: Props) {
  return (
    <>
      <UnstyledButton
        className={`${styles.tool} ${styles.onDesk}`}
        onClick={onOpen}
        aria-label={text.keys.label}
        title={text.keys.label}
      >
        <IconKeyboard size={18} stroke={1.6} aria-hidden />
      </UnstyledButton>
      <Modal opened={opened} onClose={onClose} title={text.keys.title} size={400} centered>
        <dl className={styles.keys}>
          {text.keys.list.map(([keys, meaning]) => (
            <Fragment key={keys}>
              <dt>
                {keys.split(' ').map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{meaning}</dd>
            </Fragment>
          ))}
        </dl>
        <p className={styles.note}>{text.keys.scanner}</p>
      </Modal>
    </>
  );
}
