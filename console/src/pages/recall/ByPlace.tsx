import type { Schemas } from '~/api/client';
import { count } from '~/format/numbers';
import { Place } from '~/parts/Place';
import { text } from '~/text/en';
import styles from './Recall.module.css';

/** Units by place, the most first: the order in which to call. */
export function ByPlace({ places }: { places: Schemas['PlaceCount'][] }) {
  const most = Math.max(1, ...places.map(place => place.units));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and keys can only scroll what can have the focus
    <ol className={styles.places} aria-label={text.recall.byPlace} tabIndex={0}>
      {places.map(({ location, units }) => (
        <li key={location.id}>
          <span className={styles.placeName}>
            <Place location={location} />
          </span>
          <b>{count(units)}</b>
          <span className={styles.placeBar} style={{ width: `${(100 * units) / most}%` }} aria-hidden />
        </li>
      ))}
    </ol>
  );
}
