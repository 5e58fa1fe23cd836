import { Box, Button, Tabs } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useParams, useSearchParams } from 'react-router-dom';

import type { ProfileVersions } from '../../../../shared/profile-api';
import { useRights } from '../../access/use-rights';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { BackLink } from '../../frame/BackLink';
import { PageFrame } from '../../frame/PageFrame';
import { saveFile } from '../../frame/save-file';
import { useText } from '../../text/use-text';
import { EditProfile } from './EditProfile';
import { ProfileHistory } from './ProfileHistory';

/** One profile: its definition with a test on records, and its versions with what changed. */
export function ProfilePage() {
  const text = useText();
  const { name = '' } = useParams();
  const request = useRequest<ProfileVersions>(`/archive/profiles/${name}`);
  const newest = request.answer?.data[0]?.profile;
  const exportProfile = () => {
    if (!newest) return;
    saveFile(
      new Blob([`${JSON.stringify(newest, null, 2)}\n`], { type: 'application/json' }),
      `${name}.json`,
    );
  };
  return (
    <PageFrame
      title={newest?.title ?? name}
      subtitle={newest?.description}
      back={<BackLink to="/plugins/archive/profiles">{text('profiles.title')}</BackLink>}
      actions={
        <Button variant="secondary" startIcon={<Download />} disabled={!newest} onClick={exportProfile}>
          {text('profile.export')}
        </Button>
      }
    >
      <Answered request={request}>
        {(answer) => <ProfileTabs answer={answer} onSaved={request.reload} />}
      </Answered>
    </PageFrame>
  );
}

function ProfileTabs({
  answer,
  onSaved,
}: {
  readonly answer: ProfileVersions;
  readonly onSaved: () => void;
}) {
  const text = useText();
  const may = useRights();
  const [address, setAddress] = useSearchParams();
  const [newest] = answer.data;
  if (!newest) return null;
  return (
    <Tabs.Root
      value={address.get('tab') ?? 'definition'}
      onValueChange={(tab) => {
        setAddress({ tab });
      }}
    >
      <Tabs.List aria-label={newest.profile.title}>
        <Tabs.Trigger value="definition">{text('profile.definition')}</Tabs.Trigger>
        <Tabs.Trigger value="versions">{text('profile.versions')}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="definition">
        <Box padding={6} background="neutral0">
          <EditProfile
            key={newest.profile.version}
            profile={newest.profile}
            isEditable={may('profiles')}
            onSaved={onSaved}
          />
        </Box>
      </Tabs.Content>
      <Tabs.Content value="versions">
        <Box padding={6} background="neutral0">
          <ProfileHistory versions={answer.data} />
        </Box>
      </Tabs.Content>
    </Tabs.Root>
  );
}
