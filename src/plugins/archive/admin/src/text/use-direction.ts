import { useIntl } from 'react-intl';

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** The direction in which the admin's language is written. */
export function useDirection(): 'ltr' | 'rtl' {
  const [language = ''] = useIntl().locale.split('-');
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
