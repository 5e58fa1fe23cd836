import { useState, type ReactNode } from 'react';
import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Profile } from '../../../core/profiles/profile';
import type { SavedProfile } from '../../../shared/profile-api';
import { useAction } from '../fetch/use-action';
import { useText } from '../text/use-text';
import { useProfileCheck } from './use-profile-check';

const Definition = styled(Textarea)`
  font-family: monospace;
`;

export interface ProfileEditorProps {
  readonly profile: Profile;
  /** Called with what is typed, as long as it is a profile; undefined while it is none. */
  readonly onTry?: (profile: Profile | undefined) => void;
  readonly onSaved: (name: string) => void;
  /** Beside the button that saves. */
  readonly actions?: ReactNode;
}

/** A profile as JSON, with what is wrong with it said beside, and saved as its next version. */
export function ProfileEditor({ profile, onTry, onSaved, actions }: ProfileEditorProps) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [typed, setTyped] = useState(() => JSON.stringify(profile, null, 2));
  const { faults, isChecked } = useProfileCheck(typed, onTry);
  const save = async () => {
    const answer = await run(() => post<{ data: SavedProfile }>('/archive/profiles', JSON.parse(typed)));
    if (!answer) return;
    onSaved(answer.data.data.profile.name);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box dir="ltr">
        <Field.Root name="definition">
          <Field.Label>{text('profile.definition')}</Field.Label>
          <Definition
            value={typed}
            rows={24}
            spellCheck={false}
            onChange={({ target }: { target: { value: string } }) => {
              setTyped(target.value);
            }}
          />
        </Field.Root>
      </Box>
      <Box aria-live="polite" minHeight="2rem">
        {faults.map(({ path, message }) => (
          <Typography key={`${path} ${message}`} tag="p" textColor="danger600">
            <bdi>{path || text('profile.whole')}</bdi>: {message}
          </Typography>
        ))}
        {isChecked && faults.length === 0 && (
          <Typography textColor="success600">{text('profile.fits')}</Typography>
        )}
      </Box>
      <Flex justifyContent="flex-end" gap={2}>
        {actions}
        <Button loading={isBusy} disabled={!isChecked || faults.length > 0} onClick={() => void save()}>
          {text('profile.save')}
        </Button>
      </Flex>
    </Flex>
  );
}
