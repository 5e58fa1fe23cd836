import { useCallback } from 'react';
import { useIntl } from 'react-intl';

import { PLUGIN_ID } from '../plugin-id';
import type { messages } from '../translations/en';

/** Every text of the plugin, by its key in `translations/en/`. */
export type TextKey = keyof typeof messages;

export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the plugin's texts in the language of the admin. */
export function useText(): (key: TextKey, values?: TextValues) => string {
  const intl = useIntl();
  return useCallback(
    (key, values = {}) => intl.formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: key }, values),
    [intl],
  );
}
