import { Link as StyledLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { RawText } from '../text/RawText';

export interface ArticleLinkProps {
  readonly documentId: string;
  readonly locale: string | null;
  readonly contentType: string;
  readonly children: string;
}

/** Opens an article in the content manager, in its language. */
export function ArticleLink({ documentId, locale, contentType, children }: ArticleLinkProps) {
  const language = locale === null ? '' : `?plugins[i18n][locale]=${locale}`;
  return (
    <StyledLink tag={Link} to={`/content-manager/collection-types/${contentType}/${documentId}${language}`}>
      <RawText fontWeight="semiBold">{children}</RawText>
    </StyledLink>
  );
}
