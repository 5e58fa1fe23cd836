import { Flex } from '@strapi/design-system';

import type { Profile } from '../../../../core/profiles/profile';
import { Panel } from '../../frame/Panel';
import { RecordPreview } from '../../preview/RecordPreview';
import { useUploadInspection } from '../../preview/use-upload-inspection';
import { useText } from '../../text/use-text';
import { DropZone } from '../imports/new/DropZone';
import { UploadList } from '../imports/new/UploadList';

/** Reads files that the person gives with a profile, also one that is not saved yet. Nothing is imported. */
export function TestProfile({ profile }: { readonly profile: Profile }) {
  const text = useText();
  const { uploads, add, remove, dump, inspection } = useUploadInspection();
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Panel title={text('profile.test')}>
        <DropZone onFiles={add} />
        {uploads.length > 0 && <UploadList uploads={uploads} onRemove={remove} />}
      </Panel>
      {dump !== null && inspection !== null && (
        <RecordPreview dump={dump} samples={inspection.samples} draftProfile={profile} />
      )}
    </Flex>
  );
}
