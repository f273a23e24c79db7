import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { access } from '~/api/client';
import { text } from '~/text/en';
import styles from './TokenGate.module.css';

/** Shows its content, or asks for the access token once the server has asked for it. */
export function TokenGate({ children }: { children: ReactNode }) {
  const wanted = useSyncExternalStore(access.subscribe, () => access.wanted);
  return wanted ? <AskToken /> : children;
}

function AskToken() {
  const cache = useQueryClient();
  const [token, setToken] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (token.trim() === '') return;
    access.give(token.trim());
    void cache.resetQueries();
  };
  return (
    <form className={styles.gate} onSubmit={submit}>
      <h1>{text.token.title}</h1>
      <p>{text.token.sentence}</p>
      <PasswordInput
        label={text.token.label}
        description={text.token.hint}
        value={token}
        onChange={event => setToken(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <Button type="submit" disabled={token.trim() === ''}>
        {text.token.submit}
      </Button>
    </form>
  );
}
