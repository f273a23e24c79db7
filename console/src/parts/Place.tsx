import type { Schemas } from '~/api/client';
import { countryName } from '~/format/countries';
import styles from './Place.module.css';

type Location = Schemas['Location'];

/** A place by its name, with city and country where the name does not say them. */
export function Place({ location, detail = true }: { location: Location; detail?: boolean }) {
  const rest = detail ? placeDetail(location) : '';
  return (
    <span className={styles.place}>
      {location.name}
      {rest && <span className={styles.rest}> {rest}</span>}
    </span>
  );
}

export function placeDetail(location: Location): string {
  const city = location.city && !location.name.includes(location.city) ? location.city : undefined;
  return [city, location.country && countryName(location.country)].filter(Boolean).join(', ');
}
