import { Button, Select, type SelectProps, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { fromField, toField } from '~/format/times';
import { text } from '~/text/en';
import styles from './Filters.module.css';
import { usePhone } from './usePhone';

const TYPING_PAUSE_MILLIS = 300;

interface FiltersProps {
  children: ReactNode;
  /** Shows the way back to everything. */
  onClear?: () => void;
  /** On a phone the filters fold under one line, which says how many are set. */
  folds?: number;
}

/** A row of filters. */
export function Filters({ folds, ...rest }: FiltersProps) {
  const phone = usePhone();
  if (folds === undefined || !phone) return <Row {...rest} />;
  return (
    <details className={styles.fold}>
      <summary>
        <IconAdjustmentsHorizontal size={18} stroke={1.6} aria-hidden />
        {text.common.filters(folds)}
      </summary>
      <Row {...rest} />
    </details>
  );
}

function Row({ children, onClear }: { children: ReactNode; onClear?: () => void }) {
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
  /** Takes the room of two fields: whole identifiers are long. */
  wide?: boolean;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A text field that hands its value on when typing pauses. */
export function TextField({ value, onChange, wide = false, ...rest }: TextProps) {
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
      className={wide ? styles.wide : undefined}
      {...rest}
    />
  );
}

interface TimeProps {
  label: string;
  /** The label is for those who cannot see the field's place. */
  hiddenLabel?: boolean;
  /** What an empty field means. */
  empty?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A moment in the reader's zone. Empty it says so in words, not in the browser's mask. */
export function TimeField({ label, hiddenLabel = false, empty = text.common.any, value, onChange }: TimeProps) {
  return (
    <TextInput
      wrapperProps={{ 'data-empty': value === undefined ? empty : undefined }}
      type="datetime-local"
      label={hiddenLabel ? undefined : label}
      aria-label={hiddenLabel ? label : undefined}
      value={toField(value)}
      onChange={event => onChange(fromField(event.currentTarget.value))}
      className={styles.time}
    />
  );
}
