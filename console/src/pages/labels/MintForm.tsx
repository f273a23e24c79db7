import { Button, NumberInput, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask, client, type Schemas } from '~/api/client';
import { problemOf } from '~/api/problem';
import { ProblemNote } from '~/parts/ProblemNote';
import { text } from '~/text/en';
import styles from './Labels.module.css';
import { alphabets } from './search';

const words = text.labels;
const route = getRouteApi('/labels');
const DEFAULT_COUNT = 10;
const DEFAULT_LENGTH = 12;

interface Props {
  products: Schemas['Product'][];
  onMinted: (lease: Schemas['SerialLease']) => void;
}

/** Asks for so many serials of a product. A repeated click after a lost answer gives the same serials again. */
export function MintForm({ products, onMinted }: Props) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const gtin = search.gtin ?? products[0]?.gtin ?? '';
  const count = search.count ?? DEFAULT_COUNT;
  const alphabet = search.alphabet ?? 'unambiguous';
  const length = search.length ?? DEFAULT_LENGTH;
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());

  const mint = useMutation({
    mutationFn: () => ask(client.POST('/api/serials', { body: { gtin, count, alphabet, length, requestId } })),
    onSuccess: lease => {
      setRequestId(crypto.randomUUID());
      onMinted(lease);
    },
  });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mint.mutate();
  };
  const pointer = mint.error ? problemOf(mint.error).pointer : undefined;

  return (
    <form className={styles.form} onSubmit={submit}>
      <Select
        className={styles.wide}
        label={words.product}
        data={products.map(product => ({ value: product.gtin, label: `${product.name}, ${product.gtin}` }))}
        value={gtin}
        allowDeselect={false}
        onChange={value => set({ gtin: value ?? undefined })}
        error={pointer === '/gtin'}
      />
      <NumberInput
        label={words.count}
        value={count}
        min={1}
        max={100_000}
        allowDecimal={false}
        thousandSeparator={'\u202f'}
        onChange={value => set({ count: typeof value === 'number' ? value : undefined })}
        error={pointer === '/count'}
      />
      <Select
        label={words.alphabet}
        data={alphabets.map(value => ({ value, label: words.alphabets[value] }))}
        value={alphabet}
        allowDeselect={false}
        onChange={value => set({ alphabet: alphabets.find(each => each === value) })}
        error={pointer === '/alphabet'}
      />
      <NumberInput
        label={words.length}
        value={length}
        min={6}
        max={20}
        allowDecimal={false}
        onChange={value => set({ length: typeof value === 'number' ? value : undefined })}
        error={pointer === '/length'}
      />
      <div className={styles.submit}>
        <Button type="submit" loading={mint.isPending} disabled={gtin === ''}>
          {words.submit(count)}
        </Button>
      </div>
      {mint.error && (
        <div className={styles.wide}>
          <ProblemNote error={mint.error} />
        </div>
      )}
    </form>
  );
}
