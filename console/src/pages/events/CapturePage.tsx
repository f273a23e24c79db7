import { Button } from '@mantine/core';
import { IconFileUpload, IconUpload } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, type FormEvent, useRef, useState } from 'react';
import { ask, client, type Schemas } from '~/api/client';
import { problemOf, Refusal } from '~/api/problem';
import { questions } from '~/api/questions';
import { CaptureList } from '~/pages/overview/Captures';
import { Empty } from '~/parts/Empty';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { WaitingRows } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './Capture.module.css';
import { CaptureAnswer } from './CaptureAnswer';

const words = text.capture;

export default function CapturePage() {
  const cache = useQueryClient();
  const jobs = useQuery(questions.captures());
  const [document, setDocument] = useState('');
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  const capture = useMutation({
    mutationFn: (json: string) => send(json),
    // The answer does not wait until every other page knows of it.
    onSuccess: () => void cache.invalidateQueries(),
  });
  const change = (json: string) => {
    setDocument(json);
    capture.reset();
  };
  const take = async (taken: File | undefined) => {
    if (taken) change(await taken.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    capture.mutate(document);
  };

  return (
    <Page title={words.title} answer={words.answer} above={<Link to="/events">{text.nav.events}</Link>}>
      <div className={styles.pair}>
        <div className={styles.column}>
          <form onSubmit={submit} className={styles.form}>
            <label htmlFor="document">{words.document}</label>
            <textarea
              id="document"
              className={styles.document}
              data-over={over}
              value={document}
              onChange={event => change(event.currentTarget.value)}
              onDragOver={event => {
                event.preventDefault();
                setOver(true);
              }}
              onDragLeave={() => setOver(false)}
              onDrop={drop}
              placeholder={words.placeholder}
              spellCheck={false}
              rows={14}
            />
            <div className={styles.actions}>
              <Button
                type="submit"
                loading={capture.isPending}
                disabled={document.trim() === ''}
                leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}
              >
                {words.submit}
              </Button>
              <Button
                variant="default"
                leftSection={<IconFileUpload size={16} stroke={1.6} aria-hidden />}
                onClick={() => file.current?.click()}
              >
                {words.file}
              </Button>
              <input
                ref={file}
                type="file"
                accept=".json,.jsonld,application/json,application/ld+json"
                hidden
                aria-label={words.file}
                onChange={event => void take(event.currentTarget.files?.[0])}
              />
            </div>
          </form>
          <CaptureAnswer
            job={capture.data}
            problem={capture.error ? problemOf(capture.error) : undefined}
            document={document}
          />
        </div>
        <Panel title={words.jobs} flush>
          {jobs.data === undefined ? (
            <WaitingRows rows={6} />
          ) : jobs.data.length === 0 ? (
            <Empty title={text.overview.noCaptures} />
          ) : (
            <CaptureList captures={jobs.data} />
          )}
        </Panel>
      </div>
    </Page>
  );
}

/** Sends the text as it is: the server reads it more strictly than a browser would, and says where it stumbles. */
async function send(json: string): Promise<Schemas['CaptureJob']> {
  const job = await ask(
    client.POST('/epcis/capture', {
      body: json as never,
      bodySerializer: body => body as unknown as string,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
  const [error] = job.errors ?? [];
  if (!job.success && error) throw new Refusal(error);
  return job;
}
