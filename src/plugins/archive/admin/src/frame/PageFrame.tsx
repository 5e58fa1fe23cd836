import type { ReactNode } from 'react';
import { Layouts, Page } from '@strapi/strapi/admin';

export interface PageFrameProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Buttons at the end of the title's line. */
  readonly actions?: ReactNode;
  /** A link back, above the title. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the archive: title in the browser's tab and on the page, buttons, content. */
export function PageFrame({ title, subtitle, actions, back, children }: PageFrameProps) {
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} subtitle={subtitle} primaryAction={actions} navigationAction={back} />
      <Layouts.Content>{children}</Layouts.Content>
    </Page.Main>
  );
}
