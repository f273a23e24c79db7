import { Chip, SegmentedControl } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { countryName } from '~/format/countries';
import { words as vocabulary } from '~/format/words';
import { steps } from '~/pages/events/steps';
import { ChoiceField, Filters, TimeField } from '~/parts/Filters';
import { text } from '~/text/en';
import styles from './Performance.module.css';
import { DEFAULT_BY, DEFAULT_FROM, DEFAULT_TO, dimensions, type LeadTimeSearch, statistics } from './search';

const words = text.performance;
const route = getRouteApi('/performance');
/** The stretches of a product's way that are asked for most. */
const pairs = [
  ['commissioning', 'packing'],
  ['packing', 'shipping'],
  ['shipping', 'receiving'],
  ['receiving', 'retail_selling'],
  ['commissioning', 'retail_selling'],
] as const;

const stepChoices = steps.map(value => ({ value, label: vocabulary(value) }));

/** Which two steps, compared between what, by which statistic, and for which part of the log. */
export function LeadTimeForm() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const products = useQuery(questions.products());
  const locations = useQuery(questions.locations());
  const by = (search.by ?? DEFAULT_BY).split(',');
  const set = (change: Partial<LeadTimeSearch>) =>
    void navigate({ search: before => ({ ...before, ...change }), replace: true, resetScroll: false });
  const { product, plant, line, country, since, until } = search;
  const narrowed = [product, plant, line, country, since, until].some(each => each !== undefined);
  const countries = [...new Set(locations.data?.flatMap(location => location.country ?? []))];
  const places = (kind: string) =>
    (locations.data ?? [])
      .filter(location => location.kind === kind)
      .map(location => ({ value: location.id, label: location.name }));

  return (
    <div className={styles.form}>
      <div className={styles.question}>
        <ChoiceField
          label={words.from}
          needed
          value={search.from ?? DEFAULT_FROM}
          choices={stepChoices}
          onChange={from => set({ from })}
        />
        <ChoiceField
          label={words.to}
          needed
          value={search.to ?? DEFAULT_TO}
          choices={stepChoices}
          onChange={to => set({ to })}
        />
        <fieldset className={styles.by}>
          <legend className={styles.label}>{words.by}</legend>
          <Chip.Group
            multiple
            value={by}
            onChange={chosen => {
              const kept = dimensions.filter(each => chosen.includes(each));
              if (kept.length > 0) set({ by: kept.join(',') });
            }}
          >
            <div className={styles.chips}>
              {dimensions.map(dimension => (
                <Chip key={dimension} value={dimension} classNames={{ label: styles.chip }} size="sm" variant="outline">
                  {words.dimensions[dimension]}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </fieldset>
        <div className={styles.by}>
          <span className={styles.label}>{words.statistic}</span>
          <SegmentedControl
            aria-label={words.statistic}
            value={search.statistic ?? 'median'}
            data={statistics.map(value => ({ value, label: words.statistics[value] }))}
            onChange={value => set({ statistic: statistics.find(each => each === value) })}
          />
        </div>
      </div>
      <ul className={styles.presets} aria-label={words.common}>
        {pairs.map(([from, to]) => (
          <li key={from + to}>
            <Link
              to="/performance"
              search={{ ...search, from, to }}
              replace
              resetScroll={false}
              activeOptions={{ exact: true }}
            >
              {words.pair(from, to)}
            </Link>
          </li>
        ))}
      </ul>
      <details className={styles.narrow} open={narrowed}>
        <summary>
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          {words.narrow}
        </summary>
        <Filters
          onClear={
            narrowed
              ? () =>
                  set({
                    product: undefined,
                    plant: undefined,
                    line: undefined,
                    country: undefined,
                    since: undefined,
                    until: undefined,
                  })
              : undefined
          }
        >
          <ChoiceField
            label={text.recall.product}
            value={product}
            choices={products.data?.map(each => ({ value: each.gtin, label: each.name })) ?? []}
            onChange={value => set({ product: value })}
          />
          <ChoiceField
            label={text.recall.plant}
            value={plant}
            choices={places('plant')}
            onChange={value => set({ plant: value })}
          />
          <ChoiceField
            label={text.recall.line}
            value={line}
            choices={places('line')}
            onChange={value => set({ line: value })}
          />
          <ChoiceField
            label={words.country}
            value={country}
            choices={countries.map(value => ({ value, label: countryName(value) }))}
            onChange={value => set({ country: value })}
          />
          <TimeField label={words.since} value={since} onChange={value => set({ since: value })} />
          <TimeField label={words.until} value={until} onChange={value => set({ until: value })} />
        </Filters>
      </details>
    </div>
  );
}
