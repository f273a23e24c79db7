import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { LABEL_TYPES, labelPath, questions } from '~/api/questions';
import { oneOf } from '~/app/address';
import { elementString, shortName } from '~/format/identifiers';
import { Panel } from '~/parts/Panel';
import { ProblemNote } from '~/parts/ProblemNote';
import { SaveButton } from '~/parts/SaveButton';
import { WaitingBlock } from '~/parts/Waiting';
import { text } from '~/text/en';
import styles from './LabelPreview.module.css';
import { symbols } from './search';

const words = text.labels;

/** The label of a unit as it will be printed, and the files of it. */
export function LabelPreview({ epc }: { epc: string }) {
  const search: { symbol?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const logistic = /\/00\/\d{18}/.test(epc);
  const choices = logistic ? (['gs1-128'] as const) : symbols.filter(symbol => symbol !== 'gs1-128');
  const symbol = oneOf(search.symbol, choices) ?? choices[0];
  const label = useQuery(questions.label(epc, symbol, 'svg'));
  const name = `${shortName(elementString(epc))}-${symbol}`;
  return (
    <Panel
      title={words.label}
      aside={
        choices.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={words.symbol}
            value={symbol}
            data={choices.map(value => ({ value, label: words.symbols[value] }))}
            onChange={value =>
              void navigate({
                to: '.',
                search: (before: Record<string, unknown>) => ({ ...before, symbol: value }),
                replace: true,
                resetScroll: false,
              } as never)
            }
          />
        )
      }
    >
      {label.error ? (
        <ProblemNote error={label.error} />
      ) : label.data ? (
        <Drawn blob={label.data} name={words.labelOf(shortName(elementString(epc)))} />
      ) : (
        <WaitingBlock height={140} />
      )}
      <div className={styles.files}>
        <SaveButton path={labelPath(epc, symbol, 'svg')} accept={LABEL_TYPES.svg} name={`${name}.svg`}>
          {words.svg}
        </SaveButton>
        <SaveButton path={labelPath(epc, symbol, 'png', 300)} accept={LABEL_TYPES.png} name={`${name}.png`}>
          {words.png}
        </SaveButton>
      </div>
    </Panel>
  );
}

function Drawn({ blob, name }: { blob: Blob; name: string }) {
  const [shown, setShown] = useState<{ url: string; size: string | undefined }>();
  useEffect(() => {
    const url = URL.createObjectURL(blob);
    let open = true;
    void blob.text().then(svg => open && setShown({ url, size: sizeOf(svg) }));
    return () => {
      open = false;
      URL.revokeObjectURL(url);
    };
  }, [blob]);
  return (
    <figure>
      <div className={styles.paper}>{shown && <img src={shown.url} alt={name} />}</div>
      <figcaption className={styles.size}>{shown?.size ?? '\u00a0'}</figcaption>
    </figure>
  );
}

/** The true size that a label's drawing states: `40 × 25 mm`. */
function sizeOf(svg: string): string | undefined {
  const [, width, height] = /<svg[^>]*\swidth="([\d.]+)mm"[^>]*\sheight="([\d.]+)mm"/.exec(svg) ?? [];
  return width && height ? `${width} \u00d7 ${height} mm` : undefined;
}
