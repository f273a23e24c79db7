import { Drawer, UnstyledButton } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Keys } from '~/app/Keys';
import { TokenGate } from '~/app/TokenGate';
import { text } from '~/text/en';
import { Mark } from './Mark';
import { Nav, pages } from './Nav';
import { ScanBox } from './ScanBox';
import styles from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';
import { useKeys } from './wedgeListener';

/** The frame of every page: navigation, scan box, theme and keys. */
export function Shell() {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [menu, setMenu] = useState(false);
  const [keys, setKeys] = useState(false);
  const path = useRouterState({ select: state => state.location.pathname });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the folded navigation
  useEffect(() => setMenu(false), [path]);

  const verify = (code: string) => void navigate({ to: '/scan', search: { code } });
  useKeys({
    onScan: verify,
    onPaste: verify,
    onSlash: () => field.current?.focus(),
    onHelp: () => setKeys(true),
    onGo: key => {
      const page = pages.find(each => each.key === key);
      if (page) void navigate({ to: page.to });
    },
  });

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {text.skip}
      </a>
      <aside className={styles.side}>
        <Nav />
      </aside>
      <Drawer
        opened={menu}
        onClose={() => setMenu(false)}
        size={264}
        title={<Mark />}
        closeButtonProps={{ 'aria-label': text.nav.close }}
      >
        <Nav folded />
      </Drawer>
      <header className={styles.top}>
        <UnstyledButton className={styles.burger} onClick={() => setMenu(true)} aria-label={text.nav.open}>
          <IconMenu2 size={20} stroke={1.6} aria-hidden />
        </UnstyledButton>
        <ScanBox field={field} />
        <div className={styles.tools}>
          <Keys opened={keys} onOpen={() => setKeys(true)} onClose={() => setKeys(false)} />
          <ThemeSwitch />
        </div>
      </header>
      <main className={styles.main} id="content" tabIndex={-1}>
        <TokenGate>
          <Outlet />
        </TokenGate>
      </main>
    </div>
  );
}
