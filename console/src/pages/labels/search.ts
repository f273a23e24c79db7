import { given, numberOf, oneOf, type Raw, textOf } from '~/app/address';

export const symbols = ['datamatrix', 'qr', 'gs1-128'] as const;
export const alphabets = ['unambiguous', 'numeric', 'gs1'] as const;
export const resolutions = ['203', '300', '600'] as const;

export const labelSearch = (raw: Raw) =>
  given({
    gtin: textOf(raw.gtin),
    count: numberOf(raw.count, 1, 100_000),
    alphabet: oneOf(raw.alphabet, alphabets),
    length: numberOf(raw.length, 6, 20),
    epc: textOf(raw.epc),
    symbol: oneOf(raw.symbol, symbols),
    dpi: oneOf(raw.dpi, resolutions),
  });
