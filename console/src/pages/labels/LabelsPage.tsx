import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '~/api/client';
import { questions } from '~/api/questions';
import { Empty } from '~/parts/Empty';
import { TextField } from '~/parts/Filters';
import { Page } from '~/parts/Page';
import { Panel } from '~/parts/Panel';
import { text } from '~/text/en';
import { LabelPreview } from './LabelPreview';
import styles from './Labels.module.css';
import { Lease } from './Lease';
import { MintForm } from './MintForm';

const words = text.labels;
const route = getRouteApi('/labels');

export default function LabelsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const products = useQuery(questions.products());
  const [lease, setLease] = useState<Schemas['SerialLease']>();
  const preview = (epc: string | undefined) =>
    void navigate({ search: before => ({ ...before, epc }), replace: true, resetScroll: false });

  return (
    <Page title={words.title} answer={words.answer}>
      <div className={styles.pair}>
        <div className={styles.column}>
          <Panel title={words.mint}>
            <MintForm
              products={products.data ?? []}
              onMinted={minted => {
                setLease(minted);
                preview(minted.digitalLinks[0]);
              }}
            />
          </Panel>
          {lease && <Lease lease={lease} shown={search.epc} onShow={preview} />}
        </div>
        <div className={styles.column}>
          <Panel title={words.which}>
            <TextField
              label={words.identifier}
              description={words.identifierHint}
              value={search.epc}
              onChange={preview}
            />
          </Panel>
          {search.epc ? (
            <LabelPreview epc={search.epc} />
          ) : (
            <Panel>
              <Empty title={words.noLabelTitle}>{words.noLabel}</Empty>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}
