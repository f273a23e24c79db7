import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** The way to a unit, by any of its names. */
export function UnitLink({ epc, children }: { epc: string; children: ReactNode }) {
  return (
    <Link to="/unit" search={{ epc }}>
      {children}
    </Link>
  );
}
