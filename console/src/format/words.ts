/** The bare word of a vocabulary value: CBV Web URIs, EPCIS 1 URNs and bare strings all give the last part. */
export function bare(value: string): string {
  const found = /^(?:https?:\/\/ref\.gs1\.org\/cbv\/|gs1:|cbv:)(?:BizStep|Disp|BTT|SDT|ER)-(.+)$/.exec(value);
  if (found?.[1]) return found[1];
  return /^urn:epcglobal:cbv:\w+:(.+)$/.exec(value)?.[1] ?? value;
}

/** A vocabulary value as words: `retail_selling` as `Retail selling`; a foreign URI by its last part. */
export function words(value: string): string {
  const word = bare(value);
  const last = /^[a-z]+:\/\//.test(word) || word.startsWith('urn:') ? (word.split(/[/:#]/).at(-1) ?? word) : word;
  const spaced = last.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
