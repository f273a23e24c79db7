import { flagOf, given, type Raw, textOf, timeOf } from '~/app/address';

export const unitSearch = (raw: Raw) =>
  given({ epc: textOf(raw.epc) ?? '', asOf: timeOf(raw.asOf), all: flagOf(raw.all), open: textOf(raw.open) });
