import { useState } from 'react';
import { Box, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import type { ProfileVersions } from '../../../../shared/profile-api';
import { useText } from '../../text/use-text';
import { DiffText } from './DiffText';

type Versions = ProfileVersions['data'];

/** Every version of a profile, and what changed between two of them. */
export function ProfileHistory({ versions }: { readonly versions: Versions }) {
  const text = useText();
  const [newest, before = newest] = versions;
  const [from, setFrom] = useState(before?.profile.version ?? 1);
  const [to, setTo] = useState(newest?.profile.version ?? 1);
  const textOf = (version: number) => {
    const found = versions.find(({ profile }) => profile.version === version);
    return `${JSON.stringify(found?.profile ?? null, null, 2)}\n`;
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4}>
        <Choose label={text('profile.from')} versions={versions} value={from} onChange={setFrom} />
        <Choose label={text('profile.to')} versions={versions} value={to} onChange={setTo} />
      </Flex>
      {from === to ? (
        <Typography textColor="neutral600">{text('profile.same')}</Typography>
      ) : (
        <DiffText before={textOf(from)} after={textOf(to)} />
      )}
    </Flex>
  );
}

interface ChooseProps {
  readonly label: string;
  readonly versions: Versions;
  readonly value: number;
  readonly onChange: (version: number) => void;
}

function Choose({ label, versions, value, onChange }: ChooseProps) {
  const text = useText();
  return (
    <Box minWidth="18rem">
      <Field.Root>
        <Field.Label>{label}</Field.Label>
        <SingleSelect value={String(value)} onChange={(chosen) => onChange(Number(chosen))}>
          {versions.map(({ profile, origin }) => (
            <SingleSelectOption key={profile.version} value={String(profile.version)}>
              {`${profile.version} · ${text(`profiles.origin.${origin}`)}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Box>
  );
}
