import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { questions } from '~/api/questions';
import { ChoiceField, Filters, TextField, TimeField } from '~/parts/Filters';
import { text } from '~/text/en';
import type { ScopeSearch } from './search';

const words = text.recall;
const route = getRouteApi('/recall');

/** The condition that the affected units meet. The scope follows as it is written. */
export function ConditionForm() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const products = useQuery(questions.products());
  const locations = useQuery(questions.locations());
  // The lots that are known from what came back are the likely ones to be asked for.
  const returns = useQuery(questions.returns({ by: 'componentLot' }));
  const set = (change: Partial<ScopeSearch>) =>
    void navigate({
      search: before => ({ ...before, ...change, whereabouts: undefined }),
      replace: true,
      resetScroll: false,
    });
  const places = (kind: 'plant' | 'line') =>
    (locations.data ?? [])
      .filter(
        location => location.kind === kind && (kind === 'plant' || !search.plant || location.parent === search.plant),
      )
      .map(location => ({ value: location.id, label: location.name }));

  return (
    <>
      <Filters
        onClear={Object.keys(search).length > 0 ? () => void navigate({ search: {}, resetScroll: false }) : undefined}
      >
        <TextField
          wide
          label={words.componentLot}
          placeholder={words.componentLotHint}
          list="component-lots"
          value={search.componentLot}
          onChange={componentLot => set({ componentLot })}
        />
        <TextField label={words.productLot} value={search.productLot} onChange={productLot => set({ productLot })} />
        <ChoiceField
          label={words.product}
          value={search.product}
          choices={products.data?.map(product => ({ value: product.gtin, label: product.name })) ?? []}
          onChange={product => set({ product })}
        />
        <ChoiceField
          label={words.plant}
          value={search.plant}
          choices={places('plant')}
          onChange={plant => set({ plant, line: undefined })}
        />
        <ChoiceField label={words.line} value={search.line} choices={places('line')} onChange={line => set({ line })} />
        <TimeField label={words.madeFrom} value={search.madeFrom} onChange={madeFrom => set({ madeFrom })} />
        <TimeField label={words.madeUntil} value={search.madeUntil} onChange={madeUntil => set({ madeUntil })} />
      </Filters>
      <datalist id="component-lots">
        {returns.data?.groups.map(group => (
          <option key={group.key} value={group.key}>
            {group.name}
          </option>
        ))}
      </datalist>
    </>
  );
}
