import { useState } from 'react';
import { Box, Flex } from '@strapi/design-system';

import type { Profile } from '../../../../core/profiles/profile';
import { useRights } from '../../access/use-rights';
import { ProfileEditor } from '../../preview/ProfileEditor';
import { JsonText } from './JsonText';
import { TestProfile } from './TestProfile';

export interface EditProfileProps {
  readonly profile: Profile;
  readonly isEditable: boolean;
  readonly onSaved: () => void;
}

/** The definition of a profile, and what it makes of records that the person gives. */
export function EditProfile({ profile, isEditable, onSaved }: EditProfileProps) {
  const may = useRights();
  const [tried, setTried] = useState<Profile | undefined>(profile);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {isEditable ? (
        <ProfileEditor profile={profile} onTry={setTried} onSaved={onSaved} />
      ) : (
        <Box>
          <JsonText value={profile} />
        </Box>
      )}
      {may('import') && <TestProfile profile={tried ?? profile} />}
    </Flex>
  );
}
