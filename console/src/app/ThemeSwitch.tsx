import { Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { text } from '~/text/en';
import styles from './Tool.module.css';

const choices = [
  { scheme: 'auto', name: text.theme.auto, icon: IconDeviceDesktop },
  { scheme: 'light', name: text.theme.light, icon: IconSun },
  { scheme: 'dark', name: text.theme.dark, icon: IconMoon },
] as const;

export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Shown = useComputedColorScheme('light') === 'dark' ? IconMoon : IconSun;
  return (
    <Menu position="bottom-end" withinPortal width={180}>
      <Menu.Target>
        <UnstyledButton className={styles.tool} aria-label={text.theme.label} title={text.theme.label}>
          <Shown size={18} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ scheme, name, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
