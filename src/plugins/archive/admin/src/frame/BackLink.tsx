import { Link as StyledLink } from '@strapi/design-system';
import { ArrowLeft, ArrowRight } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useDirection } from '../text/use-direction';

/** A link to the list that a page belongs to. */
export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  const Arrow = useDirection() === 'rtl' ? ArrowRight : ArrowLeft;
  return (
    <StyledLink tag={Link} to={to} startIcon={<Arrow aria-hidden />}>
      {children}
    </StyledLink>
  );
}
