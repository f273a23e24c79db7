import { Button, Checkbox, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask, client, type Schemas } from '~/api/client';
import { questions, type ScopeCondition } from '~/api/questions';
import { Facts } from '~/parts/Facts';
import { ProblemNote } from '~/parts/ProblemNote';
import { text } from '~/text/en';
import { conditionFacts } from './conditionFacts';
import styles from './Recall.module.css';

const words = text.recall;

interface Props {
  scope: Schemas['RecallScope'];
  condition: ScopeCondition;
  opened: boolean;
  onClose: () => void;
}

/** A recall cannot be undone: it asks for a reason first, and then for a second look at what it will do. */
export function StartRecall({ scope, condition, opened, onClose }: Props) {
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [looking, setLooking] = useState(false);
  const ready = name.trim() !== '' && reason.trim() !== '';
  const close = () => {
    setLooking(false);
    onClose();
  };
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (ready) setLooking(true);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={looking ? words.lookTitle : words.start}
      size={520}
      centered
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {looking ? (
        <SecondLook
          scope={scope}
          request={{ name: name.trim(), reason: reason.trim(), condition }}
          onBack={() => setLooking(false)}
        />
      ) : (
        <form className={styles.form} onSubmit={next}>
          <TextInput
            label={words.name}
            placeholder={words.nameHint}
            value={name}
            maxLength={200}
            onChange={event => setName(event.currentTarget.value)}
            data-autofocus
          />
          <Textarea
            label={words.reason}
            placeholder={words.reasonHint}
            value={reason}
            maxLength={2000}
            minRows={3}
            autosize
            onChange={event => setReason(event.currentTarget.value)}
          />
          <div className={styles.buttons}>
            <Button variant="default" onClick={close}>
              {text.common.cancel}
            </Button>
            <Button type="submit" disabled={!ready}>
              {words.next}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}

interface LookProps {
  scope: Schemas['RecallScope'];
  request: Schemas['RecallRequest'];
  onBack: () => void;
}

function SecondLook({ scope, request, onBack }: LookProps) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const products = useQuery(questions.products());
  const locations = useQuery(questions.locations());
  const start = useMutation({
    mutationFn: () => ask(client.POST('/api/recalls', { body: request })),
    onSuccess: async recall => {
      await cache.invalidateQueries();
      await navigate({ to: '/recall/$id', params: { id: recall.id } });
    },
  });
  return (
    <div className={styles.form}>
      <p className={styles.look}>{words.lookSentence(scope.units)}</p>
      <Facts
        items={[
          [words.name, request.name],
          [words.reason, request.reason],
          ...conditionFacts(request.condition, products.data ?? [], locations.data ?? []),
        ]}
      />
      <Checkbox
        label={words.sure(scope.units)}
        checked={sure}
        onChange={event => setSure(event.currentTarget.checked)}
      />
      {start.error && <ProblemNote error={start.error} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onBack}>
          {text.common.back}
        </Button>
        <Button color="bad" disabled={!sure} loading={start.isPending} onClick={() => start.mutate()}>
          {words.confirm(scope.units)}
        </Button>
      </div>
    </div>
  );
}
