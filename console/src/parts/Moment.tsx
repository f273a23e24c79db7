import { moment } from '~/format/times';

/** An instant in the reader's zone; the machine-readable form rides along. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at}>
      {moment(at)}
    </time>
  );
}
