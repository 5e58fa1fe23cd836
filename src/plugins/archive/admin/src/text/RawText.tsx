import { Typography, type TypographyProps } from '@strapi/design-system';

/** Text from a dump: its own direction, its own line ends, nothing of it interpreted. */
export function RawText({ children, ...props }: { readonly children: string } & TypographyProps) {
  return (
    <Typography tag="span" dir="auto" {...props} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  );
}
