import { Button, Select, type SelectProps, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fromField, toField } from '~/format/times';
import { text } from '~/text/en';
import styles from './Filters.module.css';

const TYPING_PAUSE_MILLIS = 300;

/** A row of filters; `onClear` shows the way back to everything. */
export function Filters({ children, onClear }: { children: ReactNode; onClear?: () => void }) {
  return (
    <div className={styles.filters}>
      {children}
      {onClear && (
        <Button
          className={styles.clear}
          variant="subtle"
          leftSection={<IconX size={15} aria-hidden />}
          onClick={onClear}
        >
          {text.common.clear}
        </Button>
      )}
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
}

interface ChoiceProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  choices: Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** One of the choices always holds. */
  needed?: boolean;
}

export function ChoiceField({ choices, value, onChange, needed = false, ...rest }: ChoiceProps) {
  // A value from the address that the list does not know yet still shows.
  const known = value === undefined || choices.some(choice => choice.value === value);
  return (
    <Select
      data={known ? choices : [...choices, { value, label: value }]}
      value={value ?? null}
      onChange={chosen => onChange(chosen ?? undefined)}
      clearable={!needed}
      allowDeselect={!needed}
      placeholder={text.common.any}
      searchable={choices.length > 12}
      checkIconPosition="right"
      comboboxProps={{ shadow: 'none', width: 'max-content', position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': `${text.common.clear}: ${rest.label}`, tabIndex: 0 }}
      {...rest}
    />
  );
}

interface TextProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A text field that hands its value on when typing pauses. */
export function TextField({ value, onChange, ...rest }: TextProps) {
  const [typed, setTyped] = useState(value ?? '');
  const sent = useRef(value ?? '');
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onChange(next.trim() === '' ? undefined : next.trim());
  }, TYPING_PAUSE_MILLIS);

  useEffect(() => {
    // The address changed by something else than this field.
    if ((value ?? '') !== sent.current) {
      sent.current = value ?? '';
      setTyped(value ?? '');
    }
  }, [value]);

  return (
    <TextInput
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
      autoComplete="off"
      spellCheck={false}
      {...rest}
    />
  );
}

interface TimeProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

export function TimeField({ label, value, onChange }: TimeProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={toField(value)}
      onChange={event => onChange(fromField(event.currentTarget.value))}
      className={styles.time}
    />
  );
}
