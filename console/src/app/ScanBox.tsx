import { Modal, UnstyledButton } from '@mantine/core';
import { IconCamera, IconScan } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, lazy, type RefObject, Suspense, useEffect, useState } from 'react';
import { usePhone } from '~/parts/usePhone';
import { text } from '~/text/en';
import styles from './ScanBox.module.css';
import { GS } from './wedge';

const Camera = lazy(() => import('./Camera'));

/** The box at the top of every page: what a scanner, a paste or a person gives leads to its verdict. */
export function ScanBox({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const phone = usePhone();
  const scanned = useRouterState({ select: state => codeOf(state.location.search) });
  const [code, setCode] = useState(scanned ?? '');
  const [camera, setCamera] = useState(false);

  useEffect(() => setCode(scanned ?? ''), [scanned]);

  const verify = (value: string) => {
    const wanted = value.trim();
    if (wanted !== '') void navigate({ to: '/scan', search: { code: wanted } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify(code);
    field.current?.blur();
  };
  // A scanner sends the separator as Ctrl+], which a text field would swallow.
  const keepSeparator = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (!(event.ctrlKey && event.key === ']')) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    setCode(value.slice(0, selectionStart ?? value.length) + GS + value.slice(selectionEnd ?? value.length));
  };

  return (
    <>
      <search className={styles.search}>
        <form className={styles.box} onSubmit={submit}>
          <IconScan className={styles.icon} size={18} stroke={1.6} aria-hidden />
          <input
            ref={field}
            className={styles.field}
            value={code}
            onChange={event => setCode(event.currentTarget.value)}
            onKeyDown={keepSeparator}
            onFocus={event => event.currentTarget.select()}
            aria-label={text.scanBox.label}
            placeholder={phone ? text.scanBox.short : text.scanBox.placeholder}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <kbd className={styles.key} aria-hidden>
            /
          </kbd>
          <UnstyledButton
            className={styles.camera}
            onClick={() => setCamera(true)}
            aria-label={text.scanBox.camera}
            title={text.scanBox.camera}
          >
            <IconCamera size={18} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </form>
      </search>
      <Modal opened={camera} onClose={() => setCamera(false)} title={text.camera.title} size="lg" centered>
        <Suspense fallback={null}>
          <Camera
            onCode={found => {
              setCamera(false);
              verify(found);
            }}
          />
        </Suspense>
      </Modal>
    </>
  );
}

function codeOf(search: unknown): string | undefined {
  const code = (search as { code?: unknown }).code;
  return typeof code === 'string' ? code : undefined;
}
