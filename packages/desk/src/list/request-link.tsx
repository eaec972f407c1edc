import type { InquirySummary } from '@passerelle/contracts';
import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

/** The way to a request, by its reference; the shortcuts step from one to the next. */
export function RequestLink({ inquiry }: { inquiry: Pick<InquirySummary, 'id' | 'reference'> }) {
  return (
    <Link tag={RouterLink} to={`/plugins/desk/inquiries/${inquiry.id}`} data-request={inquiry.id}>
      {inquiry.reference}
    </Link>
  );
}
