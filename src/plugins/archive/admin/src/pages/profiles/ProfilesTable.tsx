import { Flex, Link as StyledLink, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { ProfileSummary } from '../../../../shared/profile-api';
import { HeadedTable } from '../../frame/HeadedTable';
import { useText, type TextKey } from '../../text/use-text';

const COLUMNS: readonly TextKey[] = [
  'profiles.column.title',
  'profiles.column.version',
  'profiles.column.origin',
];

/** Profiles as rows: title and name, newest version, who wrote it. */
export function ProfilesTable({ profiles }: { readonly profiles: readonly ProfileSummary[] }) {
  const text = useText();
  return (
    <HeadedTable columns={COLUMNS} rowCount={profiles.length}>
      {profiles.map(({ name, title, version, versions, origin }) => (
        <Tr key={name}>
          <Td>
            <Flex direction="column" alignItems="start" gap={1}>
              <StyledLink tag={Link} to={name}>
                <bdi>{title}</bdi>
              </StyledLink>
              <Typography variant="pi" textColor="neutral600">
                {name}
              </Typography>
            </Flex>
          </Td>
          <Td>
            <Typography>{text('profiles.version', { version, versions })}</Typography>
          </Td>
          <Td>
            <Typography>{text(`profiles.origin.${origin}`)}</Typography>
          </Td>
        </Tr>
      ))}
    </HeadedTable>
  );
}
