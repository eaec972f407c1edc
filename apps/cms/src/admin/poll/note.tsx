import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';

/** A sentence in the small, quiet print of a panel. */
export function Note({ children }: { children: ReactNode }) {
  return (
    <Typography tag="p" variant="pi" textColor="neutral600">
      {children}
    </Typography>
  );
}
